import type { Prisma } from "@chacra/prisma";
import { text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";

export const IndicatorWhere: Where = where<Prisma.IndicatorWhereInput>("Indicator", "indicators", () => ({
  code: text("The code of the indicator."),
  title: text("The title.", "titleSearch"),
}));
