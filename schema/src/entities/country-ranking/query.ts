import { connection } from "../../connection/connection.ts";
import { rootConnection } from "../../connection/fields.ts";
import { CountryRanking } from "./object.ts";
import { CountryRankingOrder } from "./order.ts";
import { CountryRankingPolicy } from "./policy.ts";
import { CountryRankingWhere } from "./where.ts";

export const countryRankings = connection({
  name: "CountryRanking",
  plural: "country rankings",
  model: "CountryRanking",
  policy: CountryRankingPolicy,
  node: CountryRanking,
  where: CountryRankingWhere,
  order: CountryRankingOrder,
});

rootConnection("countryRankings", countryRankings, "Peru's place among the world's producers, as published.");
