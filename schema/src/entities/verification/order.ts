import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { FarmOrder } from "../farm/order.ts";

export const CocaFreeVerificationOrder = order<Prisma.CocaFreeVerificationOrderByWithRelationInput>(
  "CocaFreeVerification",
  "coca-free verifications",
  { code: "asc" },
  () => ({
    code: by.code("By code."),
    verifiedOn: by.date("By the day of the check."),
    eradicatedHectares: by.decimal("By the eradicated area."),
    cocaFreeHectares: by.decimal("By the area without coca."),
    farm: by.edge(() => FarmOrder, "By the farm."),
  }),
);
