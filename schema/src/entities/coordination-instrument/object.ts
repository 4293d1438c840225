import { builder } from "../../builder.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { CoordinationLevelType } from "../coordination-body/object.ts";

export const CoordinationInstrument = builder.prismaNode("CoordinationInstrument", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description:
    "A plan, budget programme, memorandum or the like by which the National Anti-Drug Policy is coordinated.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the instrument." }),
    name: t.exposeString("name", { description: "Name." }),
    level: t.expose("level", { type: CoordinationLevelType, description: "Level of coordination." }),
    description: t.exposeString("description", { description: "What it is, in a sentence." }),
    body: t.relation("body", { nullable: true, description: "The body that answers for it, where there is one." }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
