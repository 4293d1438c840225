import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";

export const RegionOrder = order<Prisma.RegionOrderByWithRelationInput>("Region", "regions", { ubigeo: "asc" }, () => ({
  ubigeo: by.code("By INEI code."),
  name: by.name("nameSort", "By name, as Spanish speakers sort."),
}));
