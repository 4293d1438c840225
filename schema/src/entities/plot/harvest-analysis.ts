import { value, yearColumn } from "../../analysis/dimensions.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import { number, ratio } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { places } from "../places.ts";
import { HarvestWhere } from "./harvest.ts";
import { CroppingSystemType, CropType } from "./object.ts";
import { HarvestPolicy } from "./policy.ts";

export const harvestAnalysis = analysisTypes({
  name: "Harvest",
  plural: "harvests",
  model: "Harvest",
  policy: HarvestPolicy,
  where: HarvestWhere,
  dimensions: {
    ...places("plot.farm."),
    year: yearColumn("year", { description: "Calendar year of the harvest." }),
    crop: value("plot.crop", CropType, { description: "What grows on the plot." }),
    system: value("plot.system", CroppingSystemType, { description: "How the plot is planted." }),
  },
  measures: {
    kg: number("kg", "Weight in kilograms: dry beans of cacao, green beans of coffee, else as sold."),
    price: {
      kind: "money",
      description: "Price that the family was paid for one kilogram; each harvest weighs the same.",
      sql: (from) => from.column("pricePerKg"),
      currency: (from) => from.column("currency"),
    },
    value: {
      kind: "money",
      field: "kg",
      description: "Weight times price: what the harvest was worth.",
      sql: (from) => `(${from.column("kg")} * ${from.column("pricePerKg")})`,
      currency: (from) => from.column("currency"),
    },
    yield: ratio("kg", "plot.hectares", "Weight over the area of the plot, in kilograms a hectare."),
  },
  distinct: {
    plots: { description: "Number of plots.", column: "plotId", ofHouseholds: true },
    farms: { description: "Number of farms.", column: "plot.farmId", ofHouseholds: true },
    families: { description: "Number of families.", column: "plot.farm.familyId", ofHouseholds: true },
  },
});

rootAnalysis("harvestAnalysis", harvestAnalysis, "Measures of yearly harvests, by what they are grouped by.");
