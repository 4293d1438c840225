import type { Prisma } from "@chacra/prisma";
import { date, int, many, one, oneOf, oneOrNone, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { ActivityWhere } from "../activity/where.ts";
import { FamilyMemberWhere } from "../family-member/where.ts";
import { InterventionWhere } from "../intervention/where.ts";
import { LocalGovernmentWhere } from "../local-government/where.ts";
import { OrganizationWhere } from "../organization/where.ts";
import { RegionWhere } from "../region/where.ts";
import { TrainingModalityType, TrainingTopicType } from "./object.ts";

export const TrainingWhere: Where = where<Prisma.TrainingWhereInput>(
  "Training",
  "trainings",
  () => ({
    code: text("The code of the training."),
    title: text("The title.", "titleSearch"),
    topic: oneOf(TrainingTopicType, "What it teaches."),
    modality: oneOf(TrainingModalityType, "How it is held."),
    startsOn: date("First day."),
    endsOn: date("Last day."),
    hours: int("Length in hours of teaching."),
    organization: one(() => OrganizationWhere, "The organisation that gives it."),
    localGovernment: one(() => LocalGovernmentWhere, "The district government where it is given."),
    region: one(() => RegionWhere, "The region where it is given."),
    intervention: one(() => InterventionWhere, "The kind of intervention that it is part of."),
    activity: oneOrNone(() => ActivityWhere, "The project that it is part of."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
  () => ({
    participants: {
      column: "participations",
      condition: many(() => FamilyMemberWhere, "The people who take part.", "member"),
    },
  }),
);
