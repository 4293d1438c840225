import { openPolicy } from "../../access/policy.ts";

export const OrganizationPolicy = openPolicy(
  "Organization",
  "activities",
  "code",
  "coordinationBodies",
  "enterprises",
  "id",
  "investments",
  "fundedInvestments",
  "kind",
  "level",
  "localities",
  "marketEvents",
  "name",
  "provenance",
  "trainings",
);
