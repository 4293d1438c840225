import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { Plot } from "./object.ts";
import { PlotOrder } from "./order.ts";
import { PlotPolicy } from "./policy.ts";
import { PlotWhere } from "./where.ts";

export const plots = connection({
  name: "Plot",
  plural: "plots",
  model: "Plot",
  policy: PlotPolicy,
  node: Plot,
  where: PlotWhere,
  order: PlotOrder,
  sums: { hectares: { kind: "number", description: "Area in hectares." } },
});

rootConnection("plots", plots, "Plots of the farms, one crop each.");
