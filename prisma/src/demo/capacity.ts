import { CapacityDimension } from "../generated/client/enums.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { dayOf, isoDay } from "./days.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import type { Random } from "./random.ts";
import { csvLines, table } from "./tables.ts";

const CAPACITY_ASSESSMENT = table("CapacityAssessment", "id", "localGovernmentId", "dimension", "assessedOn", "score");

const ROUNDS = [dayOf("2018-06-01"), dayOf("2020-06-01"), dayOf("2022-06-01")] as const;

/** Loads the capacity scores of the zones' governments, in three rounds; most rise from each to the next. */
export async function loadCapacity(load: BulkLoad, random: Random, districts: ProgrammeDistrict[]): Promise<void> {
  const governments = new Set(districts.flatMap((place) => [place.governmentId, place.provinceGovernmentId]));
  let id = 0;
  function* rows() {
    for (const localGovernmentId of [...governments].sort((a, b) => a - b)) {
      const ability = 38 + 9 * random.normal();
      for (const dimension of Object.values(CapacityDimension)) {
        let score = ability + 6 * random.normal();
        for (const round of ROUNDS) {
          const assessedOn = isoDay(round + random.whole(0, 90));
          const bounded = Math.max(4, Math.min(score, 97)).toFixed(2);
          yield { id: ++id, localGovernmentId, dimension, assessedOn, score: bounded };
          score += 7 + 4 * random.normal();
        }
      }
    }
  }
  await load.load(CAPACITY_ASSESSMENT, csvLines(CAPACITY_ASSESSMENT, rows()));
}
