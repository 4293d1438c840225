import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { LocalGovernmentOrder } from "../local-government/order.ts";
import { RegionOrder } from "../region/order.ts";

export const FamilyOrder = order<Prisma.FamilyOrderByWithRelationInput>("Family", "families", { code: "asc" }, () => ({
  code: by.code("By code."),
  enrolledOn: by.date("By the day on which the family joined."),
  povertyLikelihood: by.decimal("By the likelihood that the household is poor."),
  localGovernment: by.edge(() => LocalGovernmentOrder, "By the district government."),
  region: by.edge(() => RegionOrder, "By the region."),
}));
