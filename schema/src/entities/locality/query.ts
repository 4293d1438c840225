import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { Locality } from "./object.ts";
import { LocalityOrder } from "./order.ts";
import { LocalityPolicy } from "./policy.ts";
import { LocalityWhere } from "./where.ts";

export const localities = connection({
  name: "Locality",
  plural: "localities",
  model: "Locality",
  policy: LocalityPolicy,
  node: Locality,
  where: LocalityWhere,
  order: LocalityOrder,
});

rootConnection("localities", localities, "Populated centres of the zones of intervention.");
findBy("locality", { name: "code", description: "Code of 10 digits." }, localities, "One locality by its code.");
