import { openPolicy } from "../../access/policy.ts";

export const EnterprisePolicy = openPolicy(
  "Enterprise",
  "code",
  "foundedYear",
  "id",
  "investments",
  "localGovernment",
  "locality",
  "members",
  "name",
  "provenance",
  "region",
  "support",
  "valueChain",
);

openPolicy("EnterpriseSupport", "activity", "kind", "organization", "suppliedOn");
