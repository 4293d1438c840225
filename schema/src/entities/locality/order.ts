import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { LocalGovernmentOrder } from "../local-government/order.ts";
import { RegionOrder } from "../region/order.ts";

export const LocalityOrder = order<Prisma.LocalityOrderByWithRelationInput>(
  "Locality",
  "localities",
  { code: "asc" },
  () => ({
    code: by.code("By code."),
    name: by.name("nameSort", "By name, as Spanish speakers sort."),
    localGovernment: by.edge(() => LocalGovernmentOrder, "By the district government."),
    region: by.edge(() => RegionOrder, "By the region."),
  }),
);
