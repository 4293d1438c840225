import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { Region } from "./object.ts";
import { RegionOrder } from "./order.ts";
import { RegionPolicy } from "./policy.ts";
import { RegionWhere } from "./where.ts";

export const regions = connection({
  name: "Region",
  plural: "regions",
  model: "Region",
  policy: RegionPolicy,
  node: Region,
  where: RegionWhere,
  order: RegionOrder,
});

rootConnection("regions", regions, "The 25 regions of Peru: 24 departments and Callao.");
findBy(
  "region",
  { name: "ubigeo", description: "INEI code, 2 digits. Example: 22." },
  regions,
  "One region by its code.",
);
