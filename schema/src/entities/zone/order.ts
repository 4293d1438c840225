import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";

export const ZoneOrder = order<Prisma.ZoneOrderByWithRelationInput>("Zone", "zones", { code: "asc" }, () => ({
  code: by.code("By code."),
  name: by.name("nameSort", "By name, as Spanish speakers sort."),
}));
