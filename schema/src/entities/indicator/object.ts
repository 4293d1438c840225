import { builder } from "../../builder.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";

export const Indicator = builder.prismaNode("Indicator", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "A measure by which the programme is judged: an indicator in the sense of IATI.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the indicator." }),
    title: t.exposeString("title", { description: "Title." }),
    unit: t.exposeString("unit", { description: "Unit of its values. Example: hectares." }),
    definition: t.exposeString("definition", { description: "What exactly is measured." }),
    disaggregations: t.exposeStringList("disaggregations", {
      description: "By what its values are split. Example: sex.",
    }),
    baselineYear: t.exposeInt("baselineYear", {
      nullable: true,
      description: "Year of the first value, where there is one.",
    }),
    baselineValue: t.expose("baselineValue", {
      type: "Decimal",
      nullable: true,
      description: "First value, in the unit.",
    }),
    targetYear: t.exposeInt("targetYear", { nullable: true, description: "Year of the target, where there is one." }),
    targetValue: t.expose("targetValue", { type: "Decimal", nullable: true, description: "Target, in the unit." }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
