import type { PanelArgs } from "../../analysis/analysis.ts";
import { rootAnalysis } from "../../analysis/fields.ts";
import type { MoneyMeasure } from "../../analysis/measures.ts";
import { analysisTypes } from "../../analysis/types.ts";
import { argumentError } from "../../errors.ts";
import type { From } from "../../sql/from.ts";
import { places } from "../places.ts";
import { FamilyPolicy } from "./policy.ts";
import { FamilyWhere } from "./where.ts";

/** The years over which the programme surveyed incomes: what the public may know of. */
const SURVEYED = { from: 2018, to: 2022 };
const MOST_YEARS = 20;

const income = (alias: string, description: string): MoneyMeasure => ({
  kind: "money",
  description,
  field: "incomes",
  sql: () => `${alias}.net_income`,
  currency: () => `${alias}.currency`,
});

function years({ from = 0, to = 0 }: PanelArgs): number[] {
  if (from >= to || to - from >= MOST_YEARS) {
    const message = `to must be later than from (${from}) by less than ${MOST_YEARS} years, not ${to}.`;
    throw argumentError("BAD_ARGUMENT", "to", message);
  }
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The same families in the first year and the last: a balanced panel, of who was surveyed in every year between. */
export const incomeChangeAnalysis = analysisTypes({
  name: "IncomeChange",
  plural: "families surveyed in every year",
  model: "Family",
  policy: FamilyPolicy,
  where: FamilyWhere,
  panel: {
    args: {
      from: { type: "Int", description: "First calendar year." },
      to: { type: "Int", description: "Last calendar year." },
    },
    where: (args) => ({ AND: years(args).map((year) => ({ incomes: { some: { year } } })) }),
    join(from: From, args, params) {
      const join = (alias: string, year: number | undefined) =>
        from.joinAs(
          alias,
          "household_income",
          `${alias}.family_id = t.id AND ${alias}.year = ${params.add(year, "int4")}`,
        );
      join("first_income", args.from);
      join("last_income", args.to);
    },
    isOpen: ({ from, to }) => from === SURVEYED.from && to === SURVEYED.to,
  },
  dimensions: places(),
  measures: {
    first: income("first_income", "Net income of a family in the first year."),
    last: income("last_income", "Net income of a family in the last year."),
    change: {
      kind: "change",
      description: "How much larger the net income of the last year is than that of the first.",
      numerator: () => "last_income.net_income",
      denominator: () => "first_income.net_income",
    },
  },
  distinct: {},
});

rootAnalysis(
  "incomeChangeAnalysis",
  incomeChangeAnalysis,
  "How the incomes of families changed between two years: of those surveyed in every year from the first to the last.",
);
