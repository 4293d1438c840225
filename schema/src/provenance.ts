import { Provenance } from "@chacra/prisma";
import { enumType } from "./enum-type.ts";

export const ProvenanceType = enumType("Provenance", Provenance, "Where a record comes from.", {
  REAL: "A published fact, with its source.",
  SYNTHETIC: "Made by the demo's generator; speaks of no real person, family or farm.",
});

export const provenanceDescription = "Whether this record is a published fact or was made by the demo's generator.";
