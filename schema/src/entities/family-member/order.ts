import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { FamilyOrder } from "../family/order.ts";

export const FamilyMemberOrder = order<Prisma.FamilyMemberOrderByWithRelationInput>(
  "FamilyMember",
  "family members",
  { code: "asc" },
  () => ({
    code: by.code("By code."),
    birthYear: by.number("By year of birth."),
    isHead: by.boolean("Heads of households last, or first when descending."),
    family: by.edge(() => FamilyOrder, "By the family."),
  }),
);
