import { openPolicy } from "../../access/policy.ts";

export const CountryRankingPolicy = openPolicy(
  "CountryRanking",
  "band",
  "code",
  "commodity",
  "id",
  "label",
  "production",
  "provenance",
  "rank",
  "source",
  "year",
);
