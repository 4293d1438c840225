import { edges } from "../../connection/fields.ts";
import { supportedEnterprises } from "../enterprise/supported.ts";
import { investments } from "../investment/query.ts";
import { trainings } from "../training/query.ts";
import { Activity } from "./object.ts";

edges(Activity, "Activity", () => ({
  trainings: { to: trainings, description: "Trainings that are part of the project." },
  enterprises: {
    to: supportedEnterprises,
    relation: "enterpriseSupport",
    description: "Local businesses that the project supported: one edge for each support.",
  },
  investments: { to: investments, description: "Investments that are part of the project." },
}));
