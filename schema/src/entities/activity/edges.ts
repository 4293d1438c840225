import { edges } from "../../connection/fields.ts";
import { investments } from "../investment/query.ts";
import { trainings } from "../training/query.ts";
import { Activity } from "./object.ts";

edges(Activity, "Activity", () => ({
  trainings: { to: trainings, description: "Trainings that are part of the project." },
  investments: { to: investments, description: "Investments that are part of the project." },
}));
