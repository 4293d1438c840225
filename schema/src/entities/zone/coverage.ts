import { Evidence } from "@chacra/prisma";
import { through } from "../../connection/connection.ts";
import { enumType } from "../../enum-type.ts";
import { localGovernments } from "../local-government/query.ts";

export const EvidenceType = enumType("Evidence", Evidence, "How sure it is that a district belongs to a zone.", {
  STRONG: "The zone is named after the province or district.",
  MEDIUM: "Published maps or news place the district within the zone.",
  WEAK: "The district lies next to the zone or partly in it.",
});

/** The governments of a zone, with what is known of their belonging to it. */
export const zoneGovernments = through(localGovernments, {
  name: "ZoneLocalGovernment",
  plural: "local governments of a zone",
  model: "ZoneCoverage",
  nodeRelation: "localGovernment",
  edgeFields: {
    evidence: { type: EvidenceType, description: "How sure it is that the district belongs to the zone." },
    basis: { type: "String", description: "What that rests on." },
  },
});
