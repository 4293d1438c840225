import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { FamilyOrder } from "../family/order.ts";
import { LocalGovernmentOrder } from "../local-government/order.ts";
import { RegionOrder } from "../region/order.ts";

export const FarmOrder = order<Prisma.FarmOrderByWithRelationInput>("Farm", "farms", { code: "asc" }, () => ({
  code: by.code("By code."),
  hectares: by.decimal("By area."),
  altitude: by.number("By altitude."),
  family: by.edge(() => FamilyOrder, "By the family."),
  localGovernment: by.edge(() => LocalGovernmentOrder, "By the district government."),
  region: by.edge(() => RegionOrder, "By the region."),
}));
