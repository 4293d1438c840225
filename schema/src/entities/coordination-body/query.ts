import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { CoordinationBody } from "./object.ts";
import { CoordinationBodyOrder } from "./order.ts";
import { CoordinationBodyPolicy } from "./policy.ts";
import { CoordinationBodyWhere } from "./where.ts";

export const coordinationBodies = connection({
  name: "CoordinationBody",
  plural: "coordination bodies",
  model: "CoordinationBody",
  policy: CoordinationBodyPolicy,
  node: CoordinationBody,
  where: CoordinationBodyWhere,
  order: CoordinationBodyOrder,
});

rootConnection(
  "coordinationBodies",
  coordinationBodies,
  "Standing groups that coordinate the National Anti-Drug Policy.",
);
