import type { BulkLoad } from "./bulk-load.ts";
import { hectares } from "./calibration.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import type { Families } from "./families.ts";
import { visitAll } from "./pause.ts";
import type { Random, Streams } from "./random.ts";
import { table } from "./tables.ts";

/** The farms by index (id less one), family after family. */
export interface Farms {
  count: number;
  /** Index of the family. */
  family: Int32Array;
  /** Size in ten-thousandths of a hectare. */
  units: Int32Array;
  /** What the farm lives on: an index of {@link MAIN_CROPS}. */
  mainCrop: Uint8Array;
}

export const MAIN_CROPS = ["CACAO", "COFFEE", "BANANA"] as const;

const FARM = table(
  "Farm",
  "id",
  "code",
  "familyId",
  "localGovernmentId",
  "regionId",
  "latitude",
  "longitude",
  "altitude",
  "hectares",
  "provenance",
);

const SECOND_FARM = 0.18;
const SMALLEST_UNITS = 5_000;
const LARGEST_UNITS = 80_000;
const MEDIAN_HECTARES = 2;
const SIGMA = 0.55;
const BANANA_FARM = 0.04;
/** Coffee takes over from cacao at about this altitude, in metres. */
const COFFEE_FROM = 900;

export async function planFarms(random: Random, families: Families, districts: ProgrammeDistrict[]): Promise<Farms> {
  const second = new Uint8Array(families.count);
  let count = families.count;
  await visitAll(families.count, (index) => {
    if (!random.chance(SECOND_FARM)) return;
    second[index] = 1;
    count++;
  });
  const farms: Farms = {
    count,
    family: new Int32Array(count),
    units: new Int32Array(count),
    mainCrop: new Uint8Array(count),
  };
  let next = 0;
  await visitAll(families.count, (family) => {
    const { coffeeShare } = districts[families.district[family] ?? 0] as ProgrammeDistrict;
    for (let farm = 0; farm <= (second[family] ?? 0); farm++) {
      const units = Math.round(10_000 * random.logNormal(MEDIAN_HECTARES, SIGMA));
      const kind = random.uniform();
      farms.family[next] = family;
      farms.units[next] = Math.max(SMALLEST_UNITS, Math.min(units, LARGEST_UNITS));
      farms.mainCrop[next] = kind < BANANA_FARM ? 2 : kind < BANANA_FARM + (1 - BANANA_FARM) * coffeeShare ? 1 : 0;
      next++;
    }
  });
  return farms;
}

export async function loadFarms(
  load: BulkLoad,
  streams: Streams,
  farms: Farms,
  families: Families,
  districts: ProgrammeDistrict[],
): Promise<void> {
  const random = streams("places");
  function* lines(): Generator<string> {
    for (let index = 0; index < farms.count; index++) {
      const id = index + 1;
      const family = farms.family[index] ?? 0;
      const district = districts[families.district[family] ?? 0] as ProgrammeDistrict;
      const latitude = (district.point.latitude + 0.05 * random.normal()).toFixed(5);
      const longitude = (district.point.longitude + 0.05 * random.normal()).toFixed(5);
      const altitude = farmAltitude(random, district, farms.mainCrop[index] === 1);
      // Joined by hand, for no value here can hold a comma or a quote and this runs for every farm.
      yield `${id},FARM-${String(id).padStart(8, "0")},${family + 1},${district.governmentId},${district.regionId},${latitude},${longitude},${altitude},${hectares(farms.units[index] ?? 0)},SYNTHETIC`;
    }
  }
  await load.load(FARM, lines());
}

/** Cacao and banana on the valley floor and the first slopes, coffee above them. */
function farmAltitude(random: Random, { lowland, highland }: ProgrammeDistrict, growsCoffee: boolean): number {
  const low = growsCoffee ? COFFEE_FROM + 5 : lowland;
  const high = growsCoffee ? Math.max(highland, COFFEE_FROM + 60) : Math.min(lowland + 320, COFFEE_FROM - 5);
  return Math.round(low + (high - low) * random.share(0.4, 0.8));
}
