import type { Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { FamilyMemberOrder } from "../family-member/order.ts";
import { TrainingOrder } from "../training/order.ts";

export const TrainingParticipationOrder = order<Prisma.TrainingParticipationOrderByWithRelationInput>(
  "TrainingParticipation",
  "participations in trainings",
  { id: "asc" },
  () => ({
    attendanceRate: by.decimal("By attendance."),
    certified: by.boolean("Certified last, or first when descending."),
    training: by.edge(() => TrainingOrder, "By the training."),
    member: by.edge(() => FamilyMemberOrder, "By the person."),
  }),
);
