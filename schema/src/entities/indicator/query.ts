import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { Indicator } from "./object.ts";
import { IndicatorOrder } from "./order.ts";
import { IndicatorPolicy } from "./policy.ts";
import { IndicatorWhere } from "./where.ts";

export const indicators = connection({
  name: "Indicator",
  plural: "indicators",
  model: "Indicator",
  policy: IndicatorPolicy,
  node: Indicator,
  where: IndicatorWhere,
  order: IndicatorOrder,
});

rootConnection("indicators", indicators, "Measures by which the programme is judged.");
