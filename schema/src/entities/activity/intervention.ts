import { through } from "../../connection/connection.ts";
import { activities } from "./query.ts";

/** From a kind of intervention to the projects that carry it. */
export const activitiesOfIntervention = through(activities, {
  name: "InterventionActivity",
  plural: "activities of an intervention",
  model: "ActivityIntervention",
  nodeRelation: "activity",
});
