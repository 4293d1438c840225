import { quarterOf, record, value, yearOf } from "../../analysis/dimensions.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import { money } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { CurrencyType } from "../../money.ts";
import { Activity } from "../activity/object.ts";
import { Intervention } from "../intervention/object.ts";
import { Organization } from "../organization/object.ts";
import { places } from "../places.ts";
import { InvestmentInstrumentType, InvestmentKindType } from "./object.ts";
import { InvestmentPolicy } from "./policy.ts";
import { InvestmentWhere } from "./where.ts";

export const investmentAnalysis = analysisTypes({
  name: "Investment",
  plural: "investments",
  model: "Investment",
  policy: InvestmentPolicy,
  where: InvestmentWhere,
  dimensions: {
    ...places(),
    kind: value("kind", InvestmentKindType, { description: "What it is for." }),
    instrument: value("instrument", InvestmentInstrumentType, { description: "How the money is given." }),
    currency: value("currency", CurrencyType, { description: "Currency of the amount." }),
    funder: record("funder", "Organization", "code", () => Organization, {
      description: "The organisation whose money it is.",
    }),
    intervention: record("intervention", "Intervention", "code", () => Intervention, {
      description: "The kind of intervention.",
    }),
    activity: record("activity", "Activity", "identifier", () => Activity, {
      description: "The project that it is part of, where known.",
      nullable: true,
    }),
    year: yearOf("committedOn", { description: "Calendar year of the commitment." }),
    quarter: quarterOf("committedOn", { description: "Quarter of the commitment." }),
  },
  measures: {
    amount: money("amount", "Amount committed."),
  },
  distinct: {
    families: { description: "Number of families that receive them.", column: "recipientFamilyId", ofHouseholds: true },
    recipientLocalGovernments: {
      description: "Number of local governments that receive them.",
      column: "recipientLocalGovernmentId",
      ofHouseholds: false,
    },
    localities: {
      description: "Number of localities that receive them.",
      column: "recipientLocalityId",
      ofHouseholds: false,
    },
    enterprises: {
      description: "Number of local businesses that receive them.",
      column: "recipientEnterpriseId",
      ofHouseholds: false,
    },
    funders: { description: "Number of organisations whose money it is.", column: "funderId", ofHouseholds: false },
  },
});

rootAnalysis("investmentAnalysis", investmentAnalysis, "Measures of investments, by what they are grouped by.");
