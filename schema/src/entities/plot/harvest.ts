import type { Prisma } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { int, number, one } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { Money } from "../../money.ts";
import { PlotWhere } from "./where.ts";

export const Harvest = builder.prismaObject("Harvest", {
  description: "The harvest of a plot in one year.",
  select: { id: true },
  fields: (t) => ({
    year: t.exposeInt("year", { description: "Calendar year." }),
    kg: t.exposeFloat("kg", {
      description: "Weight in kilograms: dry beans of cacao, green beans of coffee, else as sold.",
    }),
    price: t.field({
      type: Money,
      description: "Price that the family was paid for one kilogram.",
      select: { pricePerKg: true, currency: true },
      resolve: ({ pricePerKg, currency }) => ({ amount: pricePerKg, currency }),
    }),
  }),
});

export const HarvestWhere: Where = where<Prisma.HarvestWhereInput>("Harvest", "harvests", () => ({
  year: int("Calendar year."),
  kg: number("Weight in kilograms."),
  plot: one(() => PlotWhere, "The plot that was harvested."),
}));
