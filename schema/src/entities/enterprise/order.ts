import { Crop, type Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { LocalGovernmentOrder } from "../local-government/order.ts";
import { RegionOrder } from "../region/order.ts";

export const EnterpriseOrder = order<Prisma.EnterpriseOrderByWithRelationInput>(
  "Enterprise",
  "enterprises",
  { code: "asc" },
  () => ({
    code: by.code("By code."),
    name: by.name("nameSort", "By name, as Spanish speakers sort."),
    valueChain: by.oneOf(Crop, "By value chain, in the order of the list of crops."),
    foundedYear: by.number("By the year of foundation."),
    localGovernment: by.edge(() => LocalGovernmentOrder, "By the district government."),
    region: by.edge(() => RegionOrder, "By the region."),
  }),
);
