import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { Intervention } from "./object.ts";
import { InterventionOrder } from "./order.ts";
import { InterventionPolicy } from "./policy.ts";
import { InterventionWhere } from "./where.ts";

export const interventions = connection({
  name: "Intervention",
  plural: "interventions",
  model: "Intervention",
  policy: InterventionPolicy,
  node: Intervention,
  where: InterventionWhere,
  order: InterventionOrder,
});

rootConnection("interventions", interventions, "Kinds of intervention of the programme.");
