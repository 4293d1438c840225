import { Crop, CroppingSystem } from "@chacra/prisma";
import { visibleById } from "../../access/rows.ts";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { Harvest } from "./harvest.ts";

export const CropType = enumType("Crop", Crop, "A crop or the value chain that it feeds.", {
  CACAO: "Cacao.",
  COFFEE: "Coffee.",
  BANANA: "Banana and plantain.",
  TIMBER: "Timber trees.",
  OTHER: "Any other crop.",
});

export const CroppingSystemType = enumType("CroppingSystem", CroppingSystem, "How a plot is planted.", {
  MONOCROP: "One crop alone.",
  AGROFORESTRY: "The crop among trees.",
});

export const Plot = builder.prismaNode("Plot", {
  id: { field: "id" },
  findUnique: (id, context) => visibleById("Plot", id, context),
  nullable: true,
  select: { id: true },
  description: "A piece of a farm under one crop.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the plot." }),
    farm: t.relation("farm", { description: "The farm that the plot belongs to." }),
    crop: t.expose("crop", { type: CropType, description: "What grows on the plot." }),
    variety: t.exposeString("variety", { description: "Variety, clone or species. Example: CCN-51." }),
    hectares: t.exposeFloat("hectares", {
      description: "Area of the plot in hectares.",
    }),
    system: t.expose("system", { type: CroppingSystemType, description: "How the plot is planted." }),
    plantedYear: t.exposeInt("plantedYear", { description: "Year in which the crop was planted." }),
    harvests: t.relation("harvests", {
      type: Harvest,
      description: "Yearly harvests, where they were surveyed.",
      query: { orderBy: { year: "asc" } },
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
