import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { findBy } from "../../found.ts";
import { Province } from "./object.ts";
import { ProvinceOrder } from "./order.ts";
import { ProvincePolicy } from "./policy.ts";
import { ProvinceWhere } from "./where.ts";

export const provinces = connection({
  name: "Province",
  plural: "provinces",
  model: "Province",
  policy: ProvincePolicy,
  node: Province,
  where: ProvinceWhere,
  order: ProvinceOrder,
});

rootConnection("provinces", provinces, "The 196 provinces of Peru.");
findBy(
  "province",
  { name: "ubigeo", description: "INEI code, 4 digits. Example: 2201." },
  provinces,
  "One province by its code.",
);
