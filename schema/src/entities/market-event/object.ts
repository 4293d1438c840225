import { MarketEventSeries } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";

export const MarketEventSeriesType = enumType(
  "MarketEventSeries",
  MarketEventSeries,
  "A fair or contest that is held again and again.",
  {
    CACAO_AND_CHOCOLATE_SHOW: "Salón del Cacao y Chocolate, Lima.",
    SALON_DU_CHOCOLAT: "Salon du Chocolat, Paris.",
    EXPOAMAZONICA: "Expoamazónica, each year in another region of the Amazon.",
    EXPOALIMENTARIA: "Expoalimentaria, Lima.",
    FAIR_OF_SPECIAL_COFFEES: "International Fair of Special Coffees (FICAFÉ).",
    CUP_OF_EXCELLENCE: "Cup of Excellence (Taza de Excelencia): a contest and auction of coffees.",
  },
);

export const MarketEvent = builder.prismaNode("MarketEvent", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "One edition of a fair or contest where producers meet buyers.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the edition." }),
    series: t.expose("series", { type: MarketEventSeriesType, description: "The fair or contest." }),
    edition: t.exposeInt("edition", { nullable: true, description: "Number of the edition, where it is known." }),
    year: t.exposeInt("year", { nullable: true, description: "Year of the edition, where it is known." }),
    startsOn: t.expose("startsOn", { type: "Date", nullable: true, description: "First day, where it is known." }),
    endsOn: t.expose("endsOn", { type: "Date", nullable: true, description: "Last day, where it is known." }),
    city: t.exposeString("city", { nullable: true, description: "Where it was held, where that is known." }),
    country: t.exposeString("country", { description: "Country by its ISO 3166-1 code of two letters." }),
    localGovernment: t.relation("localGovernment", {
      nullable: true,
      description: "The district government of the place, where known.",
    }),
    verification: t.exposeString("verification", {
      description: "How far the facts of this edition could be verified.",
    }),
    source: t.relation("source", { description: "Where the facts were published." }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
