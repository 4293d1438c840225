import type { Prisma } from "@chacra/prisma";
import { many, oneOf } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ActivityWhere } from "../activity/where.ts";
import { InterventionCodeType } from "./object.ts";

export const InterventionWhere: Where = where<Prisma.InterventionWhereInput>(
  "Intervention",
  "interventions",
  () => ({ code: oneOf(InterventionCodeType, "The code.") }),
  () => ({
    activities: { column: "activities", condition: many(() => ActivityWhere, "Projects that carry it.", "activity") },
  }),
);
