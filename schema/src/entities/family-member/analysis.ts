import { value } from "../../analysis/dimensions.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import { number } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { places } from "../places.ts";
import { SexType } from "./object.ts";
import { FamilyMemberPolicy } from "./policy.ts";
import { FamilyMemberWhere } from "./where.ts";

export const familyMemberAnalysis = analysisTypes({
  name: "FamilyMember",
  plural: "people",
  model: "FamilyMember",
  policy: FamilyMemberPolicy,
  where: FamilyMemberWhere,
  dimensions: {
    ...places("family."),
    sex: value("sex", SexType, { description: "Sex." }),
    isHead: value("isHead", "Boolean", { description: "Whether the person heads the household." }),
  },
  measures: {
    birthYear: number("birthYear", "Calendar year of birth."),
  },
  distinct: {
    families: { description: "Number of families.", column: "familyId", ofHouseholds: true },
  },
});

rootAnalysis(
  "familyMemberAnalysis",
  familyMemberAnalysis,
  "Measures of the people of the assisted families, by what they are grouped by.",
);
