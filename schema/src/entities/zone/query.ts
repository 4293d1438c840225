import { rootPolicy, rules } from "../../access/policy.ts";
import { builder } from "../../builder.ts";
import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy, listOf } from "../../found.ts";
import { CocaArea } from "./coca-area.ts";
import { Zone } from "./object.ts";
import { ZoneOrder } from "./order.ts";
import { ZonePolicy } from "./policy.ts";
import { ZoneWhere } from "./where.ts";

export const zones = connection({
  name: "Zone",
  plural: "zones",
  model: "Zone",
  policy: ZonePolicy,
  node: Zone,
  where: ZoneWhere,
  order: ZoneOrder,
});

rootConnection("zones", zones, "The zones of intervention.");
rootPolicy("nationalCocaAreas", rules.open);
builder.queryField("nationalCocaAreas", (t) =>
  t.field({
    type: [CocaArea],
    description: "Area under coca in the whole country, year by year.",
    ...listOf({ model: "CocaArea", where: () => ({ zoneId: null, regionId: null }), orderBy: { year: "asc" } }),
  }),
);
findBy("zone", { name: "code", description: "Code of three letters. Example: HUA." }, zones, "One zone by its code.");
