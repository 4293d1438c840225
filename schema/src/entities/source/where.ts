import type { Prisma } from "@chacra/prisma";
import { text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";

export const SourceWhere: Where = where<Prisma.SourceWhereInput>("Source", "sources", () => ({
  code: text("The code of the source."),
  title: text("The title.", "titleSearch"),
}));
