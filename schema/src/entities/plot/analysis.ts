import { value, yearColumn } from "../../analysis/dimensions.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import { number } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { places } from "../places.ts";
import { CroppingSystemType, CropType } from "./object.ts";
import { PlotPolicy } from "./policy.ts";
import { PlotWhere } from "./where.ts";

export const plotAnalysis = analysisTypes({
  name: "Plot",
  plural: "plots",
  model: "Plot",
  policy: PlotPolicy,
  where: PlotWhere,
  dimensions: {
    ...places("farm."),
    crop: value("crop", CropType, { description: "What grows on the plot." }),
    system: value("system", CroppingSystemType, { description: "How the plot is planted." }),
    variety: value("variety", "String", { description: "Variety, clone or species." }),
    plantedYear: yearColumn("plantedYear", { description: "Calendar year in which the crop was planted." }),
  },
  measures: {
    hectares: number("hectares", "Area of the plot in hectares."),
  },
  distinct: {
    farms: { description: "Number of farms.", column: "farmId", ofHouseholds: true },
    families: { description: "Number of families.", column: "farm.familyId", ofHouseholds: true },
  },
});

rootAnalysis("plotAnalysis", plotAnalysis, "Measures of plots, by what they are grouped by.");
