import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { Enterprise } from "./object.ts";
import { EnterpriseOrder } from "./order.ts";
import { EnterprisePolicy } from "./policy.ts";
import { EnterpriseWhere } from "./where.ts";

export const enterprises = connection({
  name: "Enterprise",
  plural: "enterprises",
  model: "Enterprise",
  policy: EnterprisePolicy,
  node: Enterprise,
  where: EnterpriseWhere,
  order: EnterpriseOrder,
});

rootConnection("enterprises", enterprises, "Local businesses.");
findBy(
  "enterprise",
  { name: "code", description: "Code of the enterprise." },
  enterprises,
  "One enterprise by its code.",
);
