import type { Prisma } from "@chacra/prisma";
import { date, many, one, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { InterventionWhere } from "../intervention/where.ts";
import { InvestmentWhere } from "../investment/where.ts";
import { OrganizationWhere } from "../organization/where.ts";
import { TrainingWhere } from "../training/where.ts";
import { ActivityStatusType } from "./object.ts";
import { ActivitySectorWhere } from "./sector.ts";

export const ActivityWhere: Where = where<Prisma.ActivityWhereInput>(
  "Activity",
  "activities",
  () => ({
    identifier: text("The identifier."),
    title: text("The title.", "titleSearch"),
    status: oneOf(ActivityStatusType, "Where it stands."),
    startsOn: date("First day, or the first day of the month or year that is known."),
    endsOn: date("Last day, or the last day of the month or year that is known."),
    implementer: one(() => OrganizationWhere, "The organisation that carries it out."),
    sectors: many(() => ActivitySectorWhere, "Its sectors."),
    trainings: many(() => TrainingWhere, "Trainings that are part of it."),
    investments: many(() => InvestmentWhere, "Investments that are part of it."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
  () => ({
    interventions: {
      column: "interventions",
      condition: many(() => InterventionWhere, "Kinds of intervention that it carries.", "intervention"),
    },
  }),
);
