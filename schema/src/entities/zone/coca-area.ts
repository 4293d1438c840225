import { builder } from "../../builder.ts";

export const CocaArea = builder.prismaObject("CocaArea", {
  description: "Area under productive coca bush in one place and year, as measured from satellite images.",
  select: { id: true },
  fields: (t) => ({
    year: t.exposeInt("year", { description: "Year; the area is that of 31 December." }),
    hectares: t.exposeFloat("hectares", {
      description: "Area in hectares.",
    }),
    zone: t.relation("zone", {
      nullable: true,
      description: "The zone measured; null when the figure is of a region or the country.",
    }),
    region: t.relation("region", {
      nullable: true,
      description: "The region measured; null when the figure is of a zone or the country.",
    }),
    source: t.relation("source", { description: "Where the figure was published." }),
  }),
});
