import { edges } from "../../connection/fields.ts";
import { activitiesOfIntervention } from "../activity/intervention.ts";
import { investments } from "../investment/query.ts";
import { trainings } from "../training/query.ts";
import { Intervention } from "./object.ts";

edges(Intervention, "Intervention", () => ({
  activities: { to: activitiesOfIntervention, description: "Projects that carry the intervention." },
  trainings: { to: trainings, description: "Trainings that carry the intervention." },
  investments: { to: investments, description: "Investments that carry the intervention." },
}));
