import type { Prisma } from "@chacra/prisma";
import { int, oneOf, text } from "../../connection/conditions.ts";
import { type Where, where } from "../../connection/where.ts";
import { CommodityType, ProductionKindType } from "./object.ts";

export const CountryRankingWhere: Where = where<Prisma.CountryRankingWhereInput>(
  "CountryRanking",
  "country rankings",
  () => ({
    code: text("The code of the statement."),
    commodity: oneOf(CommodityType, "The commodity."),
    production: oneOf(ProductionKindType, "Organic or conventional."),
    rank: int("Exact place."),
    band: int("Among this many first."),
    year: int("Year of the statement."),
  }),
);
