import { openPolicy } from "../../access/policy.ts";

export const SourcePolicy = openPolicy(
  "Source",
  "activities",
  "code",
  "countryRankings",
  "id",
  "licence",
  "marketEvents",
  "retrievedOn",
  "title",
  "url",
);
