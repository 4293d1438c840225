import { each, policy, rules } from "../../access/policy.ts";

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
    place: "farm.localGovernmentId",
    dimensions: { crop: "value", system: "value", "farm.family.enrolledOn": "year" },
  },
});

/** Of those who see the plot; totals of all. */
export const HarvestPolicy = policy("Harvest", {
  rows: { kind: "household", path: ["plot", "farm", "family"] },
  fields: { ...each(rules.record, "kg", "price"), ...each(rules.counted, "year", "plot") },
  counting: {
    places: ["plot.farm.region", "plot.farm.localGovernment"],
    place: "plot.farm.localGovernmentId",
    dimensions: { year: "value", "plot.crop": "value", "plot.system": "value" },
  },
});
