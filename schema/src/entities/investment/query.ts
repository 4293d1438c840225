import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { Investment } from "./object.ts";
import { InvestmentOrder } from "./order.ts";
import { InvestmentPolicy } from "./policy.ts";
import { InvestmentWhere } from "./where.ts";

export const investments = connection({
  name: "Investment",
  plural: "investments",
  model: "Investment",
  policy: InvestmentPolicy,
  node: Investment,
  where: InvestmentWhere,
  order: InvestmentOrder,
  sums: { amount: { kind: "money", description: "Amounts committed: one sum for each currency." } },
});

rootConnection(
  "investments",
  investments,
  "Money committed to families, local governments, localities and enterprises.",
);
findBy(
  "investment",
  { name: "code", description: "Code of the investment." },
  investments,
  "One investment by its code.",
);
