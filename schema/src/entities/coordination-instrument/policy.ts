import { openPolicy } from "../../access/policy.ts";

export const CoordinationInstrumentPolicy = openPolicy(
  "CoordinationInstrument",
  "body",
  "code",
  "description",
  "id",
  "level",
  "name",
  "provenance",
);
