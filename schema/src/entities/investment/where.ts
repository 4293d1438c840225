import type { Prisma } from "@chacra/prisma";
import { date, decimal, one, oneOf, oneOrNone, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { CurrencyType } from "../../money.ts";
import { ProvenanceType } from "../../provenance.ts";
import { ActivityWhere } from "../activity/where.ts";
import { EnterpriseWhere } from "../enterprise/where.ts";
import { FamilyWhere } from "../family/where.ts";
import { InterventionWhere } from "../intervention/where.ts";
import { LocalGovernmentWhere } from "../local-government/where.ts";
import { LocalityWhere } from "../locality/where.ts";
import { OrganizationWhere } from "../organization/where.ts";
import { RegionWhere } from "../region/where.ts";
import { InvestmentInstrumentType, InvestmentKindType } from "./object.ts";

export const InvestmentWhere: Where = where<Prisma.InvestmentWhereInput>("Investment", "investments", () => ({
  code: text("The code of the investment."),
  kind: oneOf(InvestmentKindType, "What it is for."),
  instrument: oneOf(InvestmentInstrumentType, "How the money is given."),
  amount: decimal("Amount committed, in units of its currency."),
  currency: oneOf(CurrencyType, "The currency of the amount."),
  committedOn: date("Day of the commitment."),
  funder: one(() => OrganizationWhere, "The organisation whose money it is."),
  recipientFamily: oneOrNone(() => FamilyWhere, "The recipient is a family, and this one."),
  recipientLocalGovernment: oneOrNone(() => LocalGovernmentWhere, "The recipient is a local government, and this one."),
  recipientLocality: oneOrNone(() => LocalityWhere, "The recipient is a locality, and this one."),
  recipientEnterprise: oneOrNone(() => EnterpriseWhere, "The recipient is an enterprise, and this one."),
  localGovernment: one(() => LocalGovernmentWhere, "The local government in whose territory the money works."),
  region: one(() => RegionWhere, "The region where the money works."),
  intervention: one(() => InterventionWhere, "The kind of intervention that it is part of."),
  activity: oneOrNone(() => ActivityWhere, "The project that it is part of."),
  provenance: oneOf(ProvenanceType, "Where the record comes from."),
}));
