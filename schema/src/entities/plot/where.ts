import type { Prisma } from "@chacra/prisma";
import { int, many, number, one, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { FarmWhere } from "../farm/where.ts";
import { HarvestWhere } from "./harvest.ts";
import { CroppingSystemType, CropType } from "./object.ts";

export const PlotWhere: Where = where<Prisma.PlotWhereInput>("Plot", "plots", () => ({
  code: text("The code of the plot."),
  crop: oneOf(CropType, "What grows on the plot."),
  variety: text("Variety, clone or species.", "varietySearch"),
  hectares: number("Area in hectares."),
  system: oneOf(CroppingSystemType, "How the plot is planted."),
  plantedYear: int("Year in which the crop was planted."),
  farm: one(() => FarmWhere, "The farm that the plot belongs to."),
  harvests: many(() => HarvestWhere, "The harvests of the plot."),
  provenance: oneOf(ProvenanceType, "Where the record comes from."),
}));
