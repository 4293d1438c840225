import { Crop, type Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";
import { FarmOrder } from "../farm/order.ts";

export const PlotOrder = order<Prisma.PlotOrderByWithRelationInput>("Plot", "plots", { code: "asc" }, () => ({
  code: by.code("By code."),
  crop: by.oneOf(Crop, "By crop, in the order of the list of crops."),
  hectares: by.decimal("By area."),
  plantedYear: by.number("By the year of planting."),
  farm: by.edge(() => FarmOrder, "By the farm."),
}));
