import { builder } from "../../builder.ts";
import { edges } from "../../connection/fields.ts";
import { Region } from "../region/object.ts";
import { zoneGovernments } from "./coverage.ts";
import { Zone } from "./object.ts";

edges(Zone, "Zone", () => ({
  localGovernments: {
    to: zoneGovernments,
    relation: "coverages",
    description: "District governments that the zone covers, in whole or in part.",
  },
}));

builder.prismaObjectField(Zone, "regions", (t) =>
  t.field({
    type: [Region],
    description: "Regions that the zone reaches into.",
    select: (_args, _context, nestedSelection) => ({
      coverages: { orderBy: { region: { ubigeo: "asc" } }, select: { region: nestedSelection(true) } },
    }),
    resolve: ({ coverages }) => [...new Map(coverages.map(({ region }) => [region.id, region])).values()],
  }),
);
