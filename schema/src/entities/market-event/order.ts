import { MarketEventSeries, type Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";

export const MarketEventOrder = order<Prisma.MarketEventOrderByWithRelationInput>(
  "MarketEvent",
  "market events",
  { code: "asc" },
  () => ({
    code: by.code("By code."),
    series: by.oneOf(MarketEventSeries, "By the fair or contest, in the order of the list."),
    edition: by.nullable(by.number("By the number of the edition.")),
    year: by.nullable(by.number("By year.")),
    startsOn: by.nullable(by.date("By the first day.")),
  }),
);
