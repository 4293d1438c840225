import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { OrganizationOrder } from "../organization/order.ts";

export const ActivityOrder = order<Prisma.ActivityOrderByWithRelationInput>(
  "Activity",
  "activities",
  { identifier: "asc" },
  () => ({
    identifier: by.code("By identifier."),
    title: by.name("titleSort", "By title, as Spanish speakers sort."),
    startsOn: by.nullable(by.date("By the first day.")),
    endsOn: by.nullable(by.date("By the last day.")),
    implementer: by.edge(() => OrganizationOrder, "By the organisation that carries it out."),
  }),
);
