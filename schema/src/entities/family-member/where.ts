import type { Prisma } from "@chacra/prisma";
import { boolean, int, many, one, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { FamilyWhere } from "../family/where.ts";
import { TrainingParticipationWhere } from "../training-participation/where.ts";
import { SexType } from "./object.ts";

export const FamilyMemberWhere: Where = where<Prisma.FamilyMemberWhereInput>("FamilyMember", "family members", () => ({
  code: text("The pseudonymous code."),
  sex: oneOf(SexType, "Sex, as registered."),
  birthYear: int("Year of birth."),
  isHead: boolean("Whether the person is head of the household."),
  family: one(() => FamilyWhere, "The person's family."),
  participations: many(() => TrainingParticipationWhere, "The person's participations in trainings."),
  provenance: oneOf(ProvenanceType, "Where the record comes from."),
}));
