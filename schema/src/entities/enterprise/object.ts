import { builder } from "../../builder.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { CropType } from "../plot/object.ts";
import { EnterpriseSupport } from "./support.ts";

export const Enterprise = builder.prismaNode("Enterprise", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "A local business: an association, a co-operative or a firm of the place.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the enterprise." }),
    name: t.exposeString("name", { description: "Name." }),
    locality: t.relation("locality", { description: "The populated centre where it has its seat." }),
    localGovernment: t.relation("localGovernment", { description: "The district government where it has its seat." }),
    region: t.relation("region", { description: "The region where it has its seat." }),
    valueChain: t.expose("valueChain", { type: CropType, description: "The value chain that it works in." }),
    members: t.exposeInt("memberCount", { description: "Number of members or owners." }),
    foundedYear: t.exposeInt("foundedYear", { description: "Year of foundation." }),
    support: t.relation("support", {
      type: EnterpriseSupport,
      description: "Support that it was given.",
      query: { orderBy: [{ suppliedOn: "asc" }, { id: "asc" }] },
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
