import type { Prisma } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";

export const ActivitySector = builder.prismaObject("ActivitySector", {
  description: "A sector that an activity works in.",
  select: { id: true },
  fields: (t) => ({
    code: t.exposeString("code", { description: "DAC purpose code of 5 digits. Example: 31165." }),
    name: t.exposeString("name", { description: "Name of the sector." }),
  }),
});

export const ActivitySectorWhere: Where = where<Prisma.ActivitySectorWhereInput>("ActivitySector", "sectors", () => ({
  code: text("DAC purpose code of 5 digits."),
}));
