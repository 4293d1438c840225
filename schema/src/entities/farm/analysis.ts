import { each } from "../../analysis/dimensions.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import { number } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { places } from "../places.ts";
import { CropType } from "../plot/object.ts";
import { CertificationKindType } from "./certification.ts";
import { FarmPolicy } from "./policy.ts";
import { FarmWhere } from "./where.ts";

export const farmAnalysis = analysisTypes({
  name: "Farm",
  plural: "farms",
  model: "Farm",
  policy: FarmPolicy,
  where: FarmWhere,
  dimensions: {
    ...places(),
    crop: each("plots", "crop", CropType, "A crop on the plots of the farm."),
    certification: each(
      "certifications",
      "kind",
      CertificationKindType,
      "A standard that the farm has been certified by.",
    ),
  },
  measures: {
    hectares: number("hectares", "Area of the farm in hectares."),
    altitude: number("altitude", "Altitude in metres above sea level."),
  },
  distinct: {
    families: { description: "Number of families.", column: "familyId", ofHouseholds: true },
  },
});

rootAnalysis("farmAnalysis", farmAnalysis, "Measures of farms, by what they are grouped by.");
