import { builder } from "../../builder.ts";
import { Money } from "../../money.ts";

export const LocalGovernmentBudget = builder.prismaObject("LocalGovernmentBudget", {
  description: "The budget of a local government in one year.",
  select: { id: true },
  fields: (t) => ({
    year: t.exposeInt("year", { description: "Calendar year." }),
    openingBudget: t.field({
      type: Money,
      description: "Budget approved at the start of the year (PIA).",
      select: { openingBudget: true, currency: true },
      resolve: ({ openingBudget, currency }) => ({ amount: openingBudget, currency }),
    }),
    modifiedBudget: t.field({
      type: Money,
      description: "Budget with the credits and transfers of the year (PIM).",
      select: { modifiedBudget: true, currency: true },
      resolve: ({ modifiedBudget, currency }) => ({ amount: modifiedBudget, currency }),
    }),
    accrued: t.field({
      type: Money,
      description: "Payment obligations recognised in the year (devengado).",
      select: { accrued: true, currency: true },
      resolve: ({ accrued, currency }) => ({ amount: accrued, currency }),
    }),
    source: t.relation("source", { description: "Where the figures were published." }),
  }),
});
