import type { Currency as CurrencyCode, Prisma } from "@chacra/prisma";
import { Currency } from "@chacra/prisma";
import { enclosedPolicy } from "./access/policy.ts";
import { builder } from "./builder.ts";
import { enumType } from "./enum-type.ts";

export const CurrencyType = enumType("Currency", Currency, "A currency by its ISO 4217 code.", {
  PEN: "Peruvian sol.",
  USD: "United States dollar.",
});

/** An amount as the database holds it. */
export interface MoneyShape {
  amount: Prisma.Decimal;
  currency: CurrencyCode;
}

enclosedPolicy("Money", "amount", "currency");
export const Money = builder.objectRef<MoneyShape>("Money").implement({
  description: "An exact amount of money in one currency.",
  fields: (t) => ({
    amount: t.field({
      type: "Decimal",
      description: "The amount in units of the currency, with two decimals.",
      resolve: ({ amount }) => amount.toFixed(2),
    }),
    currency: t.expose("currency", { type: CurrencyType, description: "The currency of the amount." }),
  }),
});
