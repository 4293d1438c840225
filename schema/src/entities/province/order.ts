import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { RegionOrder } from "../region/order.ts";

export const ProvinceOrder = order<Prisma.ProvinceOrderByWithRelationInput>(
  "Province",
  "provinces",
  { ubigeo: "asc" },
  () => ({
    ubigeo: by.code("By INEI code."),
    name: by.name("nameSort", "By name, as Spanish speakers sort."),
    region: by.edge(() => RegionOrder, "By the region."),
  }),
);
