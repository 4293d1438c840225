import type { Prisma } from "@chacra/prisma";
import { boolean, number, one } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { FamilyWhere } from "../family/where.ts";
import { FamilyMemberWhere } from "../family-member/where.ts";
import { TrainingWhere } from "../training/where.ts";

export const TrainingParticipationWhere: Where = where<Prisma.TrainingParticipationWhereInput>(
  "TrainingParticipation",
  "participations in trainings",
  () => ({
    attendanceRate: number("Share of the hours attended, from 0 to 1."),
    certified: boolean("Whether the person earned the certificate."),
    training: one(() => TrainingWhere, "The training."),
    member: one(() => FamilyMemberWhere, "The person."),
    family: one(() => FamilyWhere, "The person's family."),
  }),
);
