import { OrganizationKind, type Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";

export const OrganizationOrder = order<Prisma.OrganizationOrderByWithRelationInput>(
  "Organization",
  "organisations",
  { code: "asc" },
  () => ({
    code: by.code("By code."),
    name: by.name("nameSort", "By name, as Spanish speakers sort."),
    kind: by.oneOf(OrganizationKind, "By kind, in the order of the list of kinds."),
  }),
);
