import type { Prisma } from "@chacra/prisma";
import { date, many, number, one, oneOf, oneOrNone, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { FamilyMemberWhere } from "../family-member/where.ts";
import { FarmWhere } from "../farm/where.ts";
import { InvestmentWhere } from "../investment/where.ts";
import { LocalGovernmentWhere } from "../local-government/where.ts";
import { LocalityWhere } from "../locality/where.ts";
import { RegionWhere } from "../region/where.ts";
import { TrainingWhere } from "../training/where.ts";
import { ConsentScopeType, ConsentStatusType } from "./consent.ts";
import { HouseholdIncomeWhere } from "./income.ts";

export const FamilyWhere: Where = where<Prisma.FamilyWhereInput>(
  "Family",
  "families",
  () => ({
    code: text("The code of the household."),
    enrolledOn: date("Day on which the family joined the programme."),
    povertyLikelihood: number("Likelihood that the household is poor, in percent."),
    consentStatus: oneOf(ConsentStatusType, "Whether the family's consent is in force."),
    consentScope: oneOf(ConsentScopeType, "What the family's consent covers."),
    localGovernment: one(() => LocalGovernmentWhere, "The district government where the family lives."),
    region: one(() => RegionWhere, "The region where the family lives."),
    locality: oneOrNone(() => LocalityWhere, "The populated centre where the family lives."),
    members: many(() => FamilyMemberWhere, "The people of the family."),
    farms: many(() => FarmWhere, "The farms of the family."),
    incomes: many(() => HouseholdIncomeWhere, "The surveyed incomes of the family."),
    investments: many(() => InvestmentWhere, "Investments that the family received."),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
  () => ({
    trainings: {
      column: "participations",
      condition: many(() => TrainingWhere, "Trainings that people of the family took part in.", "training"),
    },
  }),
);
