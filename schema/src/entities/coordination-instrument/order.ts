import { CoordinationLevel, type Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";

export const CoordinationInstrumentOrder = order<Prisma.CoordinationInstrumentOrderByWithRelationInput>(
  "CoordinationInstrument",
  "coordination instruments",
  { code: "asc" },
  () => ({
    code: by.code("By code."),
    name: by.name("nameSort", "By name, as Spanish speakers sort."),
    level: by.oneOf(CoordinationLevel, "By level, political and strategic first."),
  }),
);
