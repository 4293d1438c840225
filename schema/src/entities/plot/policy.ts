import { each, enclosedPolicy, policy, rules } from "../../access/policy.ts";

export const PlotPolicy = policy("Plot", {
  rows: { kind: "household", path: ["farm", "family"] },
  fields: {
    ...each(rules.record, "variety", "hectares", "plantedYear", "harvests", "provenance"),
    ...each(rules.counted, "farm", "crop", "system"),
    id: rules.seal,
    code: rules.pseudonym,
  },
  counting: {
    places: ["farm.region", "farm.localGovernment"],
    placeColumn: { path: ["farm"], column: "localGovernmentId" },
    dimensions: { crop: "value", system: "value" },
  },
});

enclosedPolicy("Harvest", "year", "kg", "price");
