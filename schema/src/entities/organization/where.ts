import type { Prisma } from "@chacra/prisma";
import { many, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { ActivityWhere } from "../activity/where.ts";
import { InvestmentWhere } from "../investment/where.ts";
import { TrainingWhere } from "../training/where.ts";
import { OrganizationKindType, OrganizationLevelType } from "./object.ts";

export const OrganizationWhere: Where = where<Prisma.OrganizationWhereInput>("Organization", "organisations", () => ({
  code: text("The short code."),
  name: text("The name.", "nameSearch"),
  kind: oneOf(OrganizationKindType, "What it is."),
  level: oneOf(OrganizationLevelType, "How far it reaches."),
  activities: many(() => ActivityWhere, "Projects that it implements."),
  trainings: many(() => TrainingWhere, "Trainings that it gives."),
  fundedInvestments: many(() => InvestmentWhere, "Investments made with its money."),
  provenance: oneOf(ProvenanceType, "Where the record comes from."),
}));
