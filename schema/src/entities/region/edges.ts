import { edges } from "../../connection/fields.ts";
import { enterprises } from "../enterprise/query.ts";
import { families } from "../family/query.ts";
import { farms } from "../farm/query.ts";
import { investments } from "../investment/query.ts";
import { localGovernments } from "../local-government/query.ts";
import { localities } from "../locality/query.ts";
import { provinces } from "../province/query.ts";
import { trainings } from "../training/query.ts";
import { Region } from "./object.ts";

edges(Region, "Region", () => ({
  provinces: { to: provinces, description: "Provinces of the region." },
  localGovernments: {
    to: localGovernments,
    description: "Regional, provincial and district governments of the region.",
  },
  localities: { to: localities, description: "Populated centres of the region." },
  families: { to: families, description: "Assisted families that live in the region." },
  farms: { to: farms, description: "Farms that lie in the region." },
  trainings: { to: trainings, description: "Trainings given in the region." },
  investments: { to: investments, description: "Investments made in the region." },
  enterprises: { to: enterprises, description: "Local businesses of the region." },
}));
