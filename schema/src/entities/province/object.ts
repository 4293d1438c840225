import { builder } from "../../builder.ts";
import { Coordinates, point } from "../../coordinates.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";

export const Province = builder.prismaNode("Province", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "A province, the second level of Peru's geography: 196 in all.",
  fields: (t) => ({
    ubigeo: t.exposeString("ubigeo", { description: "INEI code, 4 digits; the first two are the region's." }),
    name: t.exposeString("name", { description: "Name in Spanish." }),
    coordinates: t.field({
      type: Coordinates,
      nullable: true,
      description: "Where the capital of the province lies, where known.",
      select: { latitude: true, longitude: true },
      resolve: point,
    }),
    region: t.relation("region", { description: "The region that the province belongs to." }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
