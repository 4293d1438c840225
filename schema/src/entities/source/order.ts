import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";

export const SourceOrder = order<Prisma.SourceOrderByWithRelationInput>("Source", "sources", { code: "asc" }, () => ({
  code: by.code("By code."),
  title: by.name("titleSort", "By title, as Spanish speakers sort."),
}));
