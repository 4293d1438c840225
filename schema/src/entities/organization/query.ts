import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { Organization } from "./object.ts";
import { OrganizationOrder } from "./order.ts";
import { OrganizationPolicy } from "./policy.ts";
import { OrganizationWhere } from "./where.ts";

export const organizations = connection({
  name: "Organization",
  plural: "organisations",
  model: "Organization",
  policy: OrganizationPolicy,
  node: Organization,
  where: OrganizationWhere,
  order: OrganizationOrder,
});

rootConnection(
  "organizations",
  organizations,
  "Donors, implementers, public entities, co-operatives, banks, firms and universities.",
);
findBy(
  "organization",
  { name: "code", description: "Short code. Example: DEVIDA." },
  organizations,
  "One organisation by its code.",
);
