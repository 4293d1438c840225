import { quarterOf, value, yearOf } from "../../analysis/dimensions.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import { number, ratio } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { places } from "../places.ts";
import { VerificationMethodType } from "./object.ts";
import { CocaFreeVerificationPolicy } from "./policy.ts";
import { CocaFreeVerificationWhere } from "./where.ts";

export const verificationAnalysis = analysisTypes({
  name: "CocaFreeVerification",
  plural: "coca-free verifications",
  model: "CocaFreeVerification",
  policy: CocaFreeVerificationPolicy,
  where: CocaFreeVerificationWhere,
  dimensions: {
    ...places("farm."),
    method: value("method", VerificationMethodType, { description: "How it was checked." }),
    year: yearOf("verifiedOn", { description: "Calendar year of the check." }),
    quarter: quarterOf("verifiedOn", { description: "Quarter of the check." }),
  },
  measures: {
    eradicatedHectares: number("eradicatedHectares", "Area on which coca had been eradicated, in hectares."),
    cocaFreeHectares: number(
      "cocaFreeHectares",
      "Part of it that was without coca on the day of the check, in hectares.",
    ),
    cocaFreeShare: ratio(
      "cocaFreeHectares",
      "eradicatedHectares",
      "Area without coca over eradicated area, from 0 to 1.",
    ),
  },
  distinct: {
    areas: {
      description: "Number of eradicated areas: one that is checked again counts once.",
      column: "areaCode",
      ofHouseholds: true,
    },
    farms: { description: "Number of farms.", column: "farmId", ofHouseholds: true },
    families: { description: "Number of families.", column: "farm.familyId", ofHouseholds: true },
  },
});

rootAnalysis(
  "verificationAnalysis",
  verificationAnalysis,
  "Measures of checks of eradicated areas, by what they are grouped by. An area is checked again and again: choose its latest check by supersededOn in the where, or group by year.",
);
