import { Commodity, type Prisma } from "@chacra/prisma";
import { by, order } from "../../connection/order.ts";

export const CountryRankingOrder = order<Prisma.CountryRankingOrderByWithRelationInput>(
  "CountryRanking",
  "country rankings",
  { code: "asc" },
  () => ({
    code: by.code("By code."),
    commodity: by.oneOf(Commodity, "By commodity, in the order of the list."),
    rank: by.nullable(by.number("By exact place.")),
    year: by.nullable(by.number("By year.")),
  }),
);
