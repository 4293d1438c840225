import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../single.ts";
import { Zone } from "./object.ts";
import { ZoneOrder } from "./order.ts";
import { ZoneWhere } from "./where.ts";

export const zones = connection({
  name: "Zone",
  plural: "zones",
  model: "Zone",
  node: Zone,
  where: ZoneWhere,
  order: ZoneOrder,
});

rootConnection("zones", zones, "The zones of intervention.");
findBy("zone", { name: "code", description: "Code of three letters. Example: HUA." }, zones, "One zone by its code.");
