import { openPolicy } from "../../access/policy.ts";

export const MarketEventPolicy = openPolicy(
  "MarketEvent",
  "city",
  "code",
  "country",
  "edition",
  "endsOn",
  "id",
  "localGovernment",
  "participants",
  "provenance",
  "series",
  "source",
  "startsOn",
  "verification",
  "year",
);
