import type { HouseholdIncome } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { argumentError } from "../../errors.ts";
import { Money, type MoneyShape } from "../../money.ts";

interface IncomeChangeShape {
  from: MoneyShape;
  to: MoneyShape;
}

export const IncomeChange = builder.objectRef<IncomeChangeShape>("IncomeChange").implement({
  description: "The net incomes of a household in two years, compared.",
  fields: (t) => ({
    from: t.expose("from", { type: Money, description: "Net income of the first year." }),
    to: t.expose("to", { type: Money, description: "Net income of the last year." }),
    percent: t.float({
      nullable: true,
      description: "(to / from - 1) x 100, in percent; null when the first income is 0 or the currencies differ.",
      resolve: ({ from, to }) =>
        from.amount.isZero() || from.currency !== to.currency
          ? null
          : to.amount.div(from.amount).minus(1).times(100).toNumber(),
    }),
  }),
});

/** @throws {GraphQLError} `BAD_ARGUMENT` when the years are not in order */
export function incomeChange(incomes: HouseholdIncome[], from: number, to: number): IncomeChangeShape | null {
  if (from >= to) {
    throw argumentError("BAD_ARGUMENT", "to", `to must be a later year than from (${from}), not ${to}.`);
  }
  const [first, last] = [from, to].map((year) => incomes.find((income) => income.year === year));
  return first && last
    ? {
        from: { amount: first.netIncome, currency: first.currency },
        to: { amount: last.netIncome, currency: last.currency },
      }
    : null;
}
