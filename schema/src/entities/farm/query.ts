import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { Farm } from "./object.ts";
import { FarmOrder } from "./order.ts";
import { FarmPolicy } from "./policy.ts";
import { FarmWhere } from "./where.ts";

export const farms = connection({
  name: "Farm",
  plural: "farms",
  model: "Farm",
  policy: FarmPolicy,
  node: Farm,
  where: FarmWhere,
  order: FarmOrder,
  sums: { hectares: { kind: "number", description: "Area in hectares." } },
});

rootConnection("farms", farms, "Farms of the assisted families.");
findBy("farm", { name: "code", description: "Code of the farm." }, farms, "One farm by its code.");
