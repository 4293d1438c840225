import { value, yearColumn } from "../../analysis/dimensions.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import { money } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { CurrencyType } from "../../money.ts";
import { places } from "../places.ts";
import { HouseholdIncomeWhere } from "./income.ts";
import { HouseholdIncomePolicy } from "./policy.ts";

export const incomeAnalysis = analysisTypes({
  name: "HouseholdIncome",
  plural: "yearly incomes of households",
  model: "HouseholdIncome",
  policy: HouseholdIncomePolicy,
  where: HouseholdIncomeWhere,
  dimensions: {
    ...places("family."),
    year: yearColumn("year", { description: "Calendar year of the income." }),
    currency: value("currency", CurrencyType, { description: "Currency of the income." }),
  },
  measures: {
    netIncome: money("netIncome", "Income of a household in one year, less the costs of its farm and business."),
  },
  distinct: {
    families: { description: "Number of families.", column: "familyId", ofHouseholds: true },
  },
});

rootAnalysis(
  "householdIncomeAnalysis",
  incomeAnalysis,
  "Measures of yearly household incomes, by what they are grouped by.",
);
