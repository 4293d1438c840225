import type { BulkLoad } from "./bulk-load.ts";
import { atScale, CHOSEN, hectares } from "./calibration.ts";
import { isoDay, LAST_DAY } from "./days.ts";
import type { Families } from "./families.ts";
import type { Farms } from "./farms.ts";
import { fitToTotal } from "./fit.ts";
import { visitAll } from "./pause.ts";
import { chooseExactly, Mix, type Random } from "./random.ts";
import { table } from "./tables.ts";

const COCA_FREE_VERIFICATION = table(
  "CocaFreeVerification",
  "id",
  "code",
  "areaCode",
  "farmId",
  "verifiedOn",
  "method",
  "eradicatedHectares",
  "cocaFreeHectares",
  "supersededOn",
  "provenance",
);

/** Areas on which some coca came back. */
const REPLANTED = 0.2;

/** Loads eradicated areas with one to four dated checks; over the latest ones the share that is free of coca is chosen. */
export async function loadVerifications(
  load: BulkLoad,
  random: Random,
  farms: Farms,
  families: Families,
  scale: number,
): Promise<void> {
  const areas = Int32Array.from(chooseExactly(random, atScale(CHOSEN.verifiedAreas, scale, 40), farms.count));
  const eradicated = new Int32Array(areas.length);
  const replanting = new Float64Array(areas.length);
  let total = 0;
  await visitAll(areas.length, (area) => {
    const farmUnits = farms.units[areas[area] ?? 0] ?? 0;
    eradicated[area] = Math.max(500, Math.min(Math.round(10_000 * random.logNormal(0.42, 0.6)), farmUnits));
    total += eradicated[area] ?? 0;
    // The first two are replanted, so that no draw leaves nothing to take the difference from.
    const share = random.share(0.35, 0.8);
    if (area < 2 || random.chance(REPLANTED)) replanting[area] = share * (eradicated[area] ?? 0);
  });
  const withCoca = await fitToTotal({
    weights: replanting,
    total: Math.round(total * (1 - CHOSEN.cocaFreeShare)),
    most: eradicated,
  });
  const methods = new Mix(["FIELD_VISIT", 55], ["SATELLITE_IMAGE", 30], ["DRONE_SURVEY", 15]);

  function* lines(): Generator<string> {
    let id = 0;
    for (const [area, farm] of areas.entries()) {
      const areaUnits = eradicated[area] ?? 0;
      let day = (families.enrolledOn[farms.family[farm] ?? 0] ?? 0) + random.whole(20, 60);
      const days: number[] = [];
      do {
        days.push(day);
        day += random.whole(170, 420);
      } while (days.length < 4 && day <= LAST_DAY && random.chance(0.78));
      for (const [check, verifiedOn] of days.entries()) {
        // Coca comes back bit by bit: the latest check finds the most of it.
        const coca = Math.round(((withCoca[area] ?? 0) * (check + 1)) / days.length);
        const number = String(++id).padStart(8, "0");
        const next = days[check + 1];
        // Joined by hand, for no value here can hold a comma or a quote.
        yield `${id},VER-${number},AREA-${String(area + 1).padStart(7, "0")},${farm + 1},${isoDay(verifiedOn)},${methods.draw(random)},${hectares(areaUnits)},${hectares(areaUnits - coca)},${next === undefined ? "" : isoDay(next)},SYNTHETIC`;
      }
    }
  }
  await load.load(COCA_FREE_VERIFICATION, lines());
}
