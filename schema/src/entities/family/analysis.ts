import { quarterOf, yearOf } from "../../analysis/dimensions.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import { number } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { places } from "../places.ts";
import { FamilyPolicy } from "./policy.ts";
import { FamilyWhere } from "./where.ts";

export const familyAnalysis = analysisTypes({
  name: "Family",
  plural: "families",
  model: "Family",
  policy: FamilyPolicy,
  where: FamilyWhere,
  dimensions: {
    ...places(),
    year: yearOf("enrolledOn", { description: "Calendar year in which the family joined." }),
    quarter: quarterOf("enrolledOn", { description: "Quarter in which the family joined." }),
  },
  measures: {
    povertyLikelihood: number("povertyLikelihood", "Likelihood that the family lives in poverty, in percent."),
  },
  distinct: {
    localGovernments: {
      description: "Number of district governments where the families live.",
      column: "localGovernmentId",
      ofHouseholds: false,
    },
  },
});

rootAnalysis("familyAnalysis", familyAnalysis, "Measures of the assisted families, by what they are grouped by.");
