import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { RegionOrder } from "../region/order.ts";

export const LocalGovernmentOrder = order<Prisma.LocalGovernmentOrderByWithRelationInput>(
  "LocalGovernment",
  "local governments",
  { ubigeo: "asc" },
  () => ({
    ubigeo: by.code("By INEI code."),
    name: by.name("nameSort", "By name, as Spanish speakers sort."),
    povertyRate: by.nullable(by.decimal("By the share of poor people in 2018.")),
    region: by.edge(() => RegionOrder, "By the region."),
  }),
);
