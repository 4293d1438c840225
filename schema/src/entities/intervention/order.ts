import { InterventionCode, type Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";

export const InterventionOrder = order<Prisma.InterventionOrderByWithRelationInput>(
  "Intervention",
  "interventions",
  { code: "asc" },
  () => ({ code: by.oneOf(InterventionCode, "By code, in the order of the list of codes.") }),
);
