import { builder } from "../../builder.ts";
import { Coordinates, point } from "../../coordinates.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { CocaArea } from "../zone/coca-area.ts";
import { Zone } from "../zone/object.ts";

export const Region = builder.prismaNode("Region", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description:
    "A region: one of Peru's 24 departments or the Constitutional Province of Callao. What laws call department, people and this graph call region.",
  fields: (t) => ({
    ubigeo: t.exposeString("ubigeo", { description: "INEI code, 2 digits. Example: 22 is San Martín." }),
    name: t.exposeString("name", { description: "Name in Spanish." }),
    capital: t.exposeString("capital", { description: "Name of the capital city." }),
    coordinates: t.field({
      type: Coordinates,
      nullable: true,
      description: "Where the capital lies, where known.",
      select: { latitude: true, longitude: true },
      resolve: point,
    }),
    zones: t.field({
      type: [Zone],
      description: "Zones of intervention that reach into the region.",
      select: (_args, _context, nestedSelection) => ({
        zoneCoverages: { orderBy: { zone: { code: "asc" } }, select: { zone: nestedSelection(true) } },
      }),
      resolve: ({ zoneCoverages }) => [...new Map(zoneCoverages.map(({ zone }) => [zone.id, zone])).values()],
    }),
    cocaAreas: t.relation("cocaAreas", {
      type: CocaArea,
      description: "Area under coca in the region, year by year.",
      query: { orderBy: { year: "asc" } },
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
