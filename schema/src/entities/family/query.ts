import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { Family } from "./object.ts";
import { FamilyOrder } from "./order.ts";
import { FamilyPolicy } from "./policy.ts";
import { FamilyWhere } from "./where.ts";

export const families = connection({
  name: "Family",
  plural: "families",
  model: "Family",
  policy: FamilyPolicy,
  node: Family,
  where: FamilyWhere,
  order: FamilyOrder,
});

rootConnection("families", families, "Rural families that the programme assists.");
findBy(
  "family",
  { name: "code", description: "Code of the household. Example: FAM-0000001." },
  families,
  "One family by its code.",
);
