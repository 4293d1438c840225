import type { BulkLoad } from "./bulk-load.ts";
import { isoDay, LAST_DAY } from "./days.ts";
import type { Families } from "./families.ts";
import type { Farms } from "./farms.ts";
import { Mix, type Random } from "./random.ts";
import { table } from "./tables.ts";

const FARM_CERTIFICATION = table("FarmCertification", "id", "farmId", "kind", "validFrom", "validUntil");

/** Part of the cacao and coffee farms that are certified, and how long a certificate holds, in days. */
const CERTIFIED = 0.17;
const VALIDITY = 364;

/** Loads certificates; a farm that has one renews it as long as the period lasts. */
export async function loadCertifications(
  load: BulkLoad,
  random: Random,
  farms: Farms,
  families: Families,
): Promise<void> {
  const kinds = new Mix(["ORGANIC", 52], ["FAIRTRADE", 26], ["RAINFOREST_ALLIANCE", 22]);
  function* lines(): Generator<string> {
    let id = 0;
    for (let farm = 0; farm < farms.count; farm++) {
      if (!random.chance(CERTIFIED) || farms.mainCrop[farm] === 2) continue;
      const kind = kinds.draw(random);
      const enrolledOn = families.enrolledOn[farms.family[farm] ?? 0] ?? 0;
      let from = Math.min(enrolledOn + random.whole(60, 500), LAST_DAY - VALIDITY);
      while (from + VALIDITY <= LAST_DAY) {
        // Joined by hand, for no value here can hold a comma or a quote.
        yield `${++id},${farm + 1},${kind},${isoDay(from)},${isoDay(from + VALIDITY)}`;
        from += VALIDITY + 1;
        if (random.chance(0.25)) break;
      }
    }
  }
  await load.load(FARM_CERTIFICATION, lines());
}
