import { openPolicy } from "../../access/policy.ts";

openPolicy("CapacityAssessment", "assessedOn", "dimension", "score");

openPolicy("LocalGovernmentBudget", "accrued", "modifiedBudget", "openingBudget", "source", "year");
export const LocalGovernmentPolicy = openPolicy(
  "LocalGovernment",
  "budgets",
  "capacityAssessments",
  "coordinates",
  "enterprises",
  "families",
  "farms",
  "id",
  "investments",
  "level",
  "localities",
  "marketEvents",
  "name",
  "povertyRate",
  "provenance",
  "province",
  "receivedInvestments",
  "region",
  "trainings",
  "ubigeo",
  "zones",
);
