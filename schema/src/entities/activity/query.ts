import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { Activity } from "./object.ts";
import { ActivityOrder } from "./order.ts";
import { ActivityPolicy } from "./policy.ts";
import { ActivityWhere } from "./where.ts";

export const activities = connection({
  name: "Activity",
  plural: "activities",
  model: "Activity",
  policy: ActivityPolicy,
  node: Activity,
  where: ActivityWhere,
  order: ActivityOrder,
});

rootConnection("activities", activities, "Projects of the programme.");
findBy(
  "activity",
  { name: "identifier", description: "Identifier of the activity." },
  activities,
  "One project by its identifier.",
);
