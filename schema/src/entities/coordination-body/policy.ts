import { openPolicy } from "../../access/policy.ts";

openPolicy("CoordinationAgreement", "agreedOn", "code", "title");
export const CoordinationBodyPolicy = openPolicy(
  "CoordinationBody",
  "agreements",
  "code",
  "description",
  "id",
  "instruments",
  "level",
  "members",
  "name",
  "provenance",
);
