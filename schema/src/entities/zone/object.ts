import { builder } from "../../builder.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { CocaArea } from "./coca-area.ts";

export const Zone = builder.prismaNode("Zone", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description:
    "A zone of intervention: an area where coca is or was grown and the programme works, such as Alto Huallaga or VRAEM. Zones cross the limits of districts and regions.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of three letters. Example: HUA." }),
    name: t.exposeString("name", { description: "Name in Spanish." }),
    cocaAreas: t.relation("cocaAreas", {
      type: CocaArea,
      description: "Area under coca in the zone, year by year.",
      query: { orderBy: { year: "asc" } },
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
