import type { Prisma } from "@chacra/prisma";
import { many, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { ProvenanceType } from "../../provenance.ts";
import { LocalGovernmentWhere } from "../local-government/where.ts";
import { RegionWhere } from "../region/where.ts";

export const ZoneWhere: Where = where<Prisma.ZoneWhereInput>(
  "Zone",
  "zones",
  () => ({
    code: text("The code of three letters."),
    name: text("The name.", "nameSearch"),
    provenance: oneOf(ProvenanceType, "Where the record comes from."),
  }),
  () => ({
    localGovernments: {
      column: "coverages",
      condition: many(() => LocalGovernmentWhere, "The local governments that the zone covers.", "localGovernment"),
    },
    regions: {
      column: "coverages",
      condition: many(() => RegionWhere, "The regions that the zone reaches into.", "region"),
    },
  }),
);
