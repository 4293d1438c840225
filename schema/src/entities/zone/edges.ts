import { edges } from "../../connection/fields.ts";
import { zoneGovernments } from "./coverage.ts";
import { Zone } from "./object.ts";

edges(Zone, "Zone", () => ({
  localGovernments: {
    to: zoneGovernments,
    relation: "coverages",
    description: "District governments that the zone covers, in whole or in part.",
  },
}));
