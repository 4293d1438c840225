import { builder } from "../../builder.ts";
import { Money } from "../../money.ts";

export const Disbursement = builder.prismaObject("Disbursement", {
  description: "Money of an investment that has been paid out.",
  select: { id: true },
  fields: (t) => ({
    disbursedOn: t.expose("disbursedOn", { type: "Date", description: "Day of the payment." }),
    amount: t.field({
      type: Money,
      description: "Amount paid.",
      select: { amount: true, currency: true },
      resolve: (disbursement) => disbursement,
    }),
  }),
});
