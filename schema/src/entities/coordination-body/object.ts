import { CoordinationLevel } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { CoordinationAgreement } from "./agreement.ts";

export const CoordinationLevelType = enumType(
  "CoordinationLevel",
  CoordinationLevel,
  "A level of coordination of the National Anti-Drug Policy.",
  {
    POLITICAL_STRATEGIC: "Where goals and priorities are agreed.",
    OPERATIONAL: "Where the work in the field is agreed.",
  },
);

export const CoordinationBody = builder.prismaNode("CoordinationBody", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "A standing group in which organisations coordinate the National Anti-Drug Policy.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the body." }),
    name: t.exposeString("name", { description: "Name." }),
    level: t.expose("level", { type: CoordinationLevelType, description: "Level of coordination." }),
    description: t.exposeString("description", { description: "What it does, in a sentence." }),
    agreements: t.relation("agreements", {
      type: CoordinationAgreement,
      description: "Agreements that the body has reached.",
      query: { orderBy: [{ agreedOn: "asc" }, { code: "asc" }] },
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
