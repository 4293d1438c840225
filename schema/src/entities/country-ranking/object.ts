import { Commodity, ProductionKind } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";

export const CommodityType = enumType("Commodity", Commodity, "A commodity of world trade.", {
  CACAO: "Cacao beans.",
  COFFEE: "Green coffee.",
});

export const ProductionKindType = enumType("ProductionKind", ProductionKind, "How a commodity is produced.", {
  ORGANIC: "Certified organic.",
  CONVENTIONAL: "Not certified organic.",
});

export const CountryRanking = builder.prismaNode("CountryRanking", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "Peru's place among the world's producers of a commodity, as published; never computed from records.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the statement." }),
    commodity: t.expose("commodity", { type: CommodityType, description: "The commodity." }),
    production: t.expose("production", { type: ProductionKindType, description: "Organic or conventional." }),
    label: t.exposeString("label", { description: "The place in words." }),
    rank: t.exposeInt("rank", {
      nullable: true,
      description: "Exact place, 1 being the largest producer; null when only a band is published.",
    }),
    band: t.exposeInt("band", {
      nullable: true,
      description: "Peru is among this many first; null when an exact place is published.",
    }),
    year: t.exposeInt("year", { nullable: true, description: "Year of the statement, where it is known." }),
    source: t.relation("source", { description: "Where it was published." }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
