import type { Prisma } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { decimal, int, one, oneOf } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { CurrencyType, Money } from "../../money.ts";
import { FamilyWhere } from "./where.ts";

export const HouseholdIncome = builder.prismaObject("HouseholdIncome", {
  description: "The net income of a household in one year, as surveyed.",
  select: { id: true },
  fields: (t) => ({
    year: t.exposeInt("year", { description: "Calendar year." }),
    netIncome: t.field({
      type: Money,
      description: "Income of the household in the year, less the costs of its farm and business.",
      select: { netIncome: true, currency: true },
      resolve: ({ netIncome, currency }) => ({ amount: netIncome, currency }),
    }),
  }),
});

export const HouseholdIncomeWhere: Where = where<Prisma.HouseholdIncomeWhereInput>(
  "HouseholdIncome",
  "household incomes",
  () => ({
    year: int("Calendar year."),
    netIncome: decimal("Net income of the year, in units of its currency."),
    currency: oneOf(CurrencyType, "Currency of the income."),
    family: one(() => FamilyWhere, "The family whose income it is."),
  }),
);
