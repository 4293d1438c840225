import type { BulkLoad } from "./bulk-load.ts";
import { hectares } from "./calibration.ts";
import { FIRST_YEAR, YEARS } from "./days.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import { type Families, homeCells } from "./families.ts";
import type { Farms } from "./farms.ts";
import { CROPS, type PlotCrop, type Plots, SYSTEMS } from "./plots.ts";
import type { Random } from "./random.ts";
import { table } from "./tables.ts";

const HARVEST = table(
  "Harvest",
  "id",
  "plotId",
  "year",
  "kg",
  "pricePerKg",
  "currency",
  "farmId",
  "familyId",
  "localGovernmentId",
  "regionId",
  "crop",
  "system",
  "hectares",
);

/** Part of the plots whose harvests are recorded. */
const RECORDED = 0.28;

interface CropYield {
  /** Kilograms a hectare of a plant in its prime in a usual year. */
  kgPerHectare: number;
  sigma: number;
  /** Years until the first harvest, until full bearing, and after which the plant declines. */
  bears: { first: number; full: number; declines: number };
  /** By year from 2018. */
  yearEffect: readonly number[];
  /** Dollars a kilogram at the farm gate, by year from 2018. */
  price: readonly number[];
}

/** National cacao 906 kg/ha in 2020; the Coffee Alliance for Excellence reports up to 1,202 kg/ha. Prices are rough. */
const YIELDS: Partial<Record<PlotCrop, CropYield>> = {
  CACAO: {
    kgPerHectare: 870,
    sigma: 0.14,
    bears: { first: 3, full: 7, declines: 20 },
    yearEffect: [0.9, 0.94, 0.97, 1.02, 1.06],
    price: [2.05, 2.15, 2.25, 2.3, 2.4],
  },
  COFFEE: {
    kgPerHectare: 900,
    sigma: 0.18,
    bears: { first: 3, full: 5, declines: 15 },
    yearEffect: [0.82, 0.95, 0.92, 1.06, 1.12],
    price: [2.1, 1.95, 2.3, 3.4, 4.3],
  },
  BANANA: {
    kgPerHectare: 11_000,
    sigma: 0.25,
    bears: { first: 1, full: 2, declines: 6 },
    yearEffect: [1, 1, 0.95, 1.02, 1.03],
    price: [0.16, 0.17, 0.18, 0.19, 0.21],
  },
};

/** Loads what a sample of the plots yielded, year by year: more as the plants grow up, less when they are old. */
export async function loadHarvests(
  load: BulkLoad,
  random: Random,
  plots: Plots,
  farms: Farms,
  families: Families,
  districts: readonly ProgrammeDistrict[],
): Promise<void> {
  function copies(plot: number): string {
    const farm = plots.farm[plot] ?? 0;
    const family = farms.family[farm] ?? 0;
    const own = `${CROPS[plots.crop[plot] ?? 0]},${SYSTEMS[plots.system[plot] ?? 0]},${hectares(plots.units[plot] ?? 0)}`;
    return `${farm + 1},${family + 1},${homeCells(families, districts, family)},${own}`;
  }
  function* lines(): Generator<string> {
    let id = 0;
    for (let plot = 0; plot < plots.count; plot++) {
      const crop = YIELDS[CROPS[plots.crop[plot] ?? 0] ?? "OTHER"];
      if (!crop || !random.chance(RECORDED)) continue;
      // Soil and care: a good plot is good every year.
      const quality = random.logNormal(1, crop.sigma);
      for (const year of YEARS) {
        const age = year - (plots.plantedYear[plot] ?? year);
        if (age < crop.bears.first) continue;
        const effect =
          (crop.yearEffect[year - FIRST_YEAR] ?? 1) * bearing(crop, age) * quality * random.logNormal(1, 0.08);
        const kg = ((plots.units[plot] ?? 0) / 10_000) * crop.kgPerHectare * effect;
        const price = (crop.price[year - FIRST_YEAR] ?? 1) * random.logNormal(1, 0.07);
        // Joined by hand, for no value here can hold a comma or a quote and there is a row for every plot and year.
        yield `${++id},${plot + 1},${year},${kg.toFixed(1)},${price.toFixed(2)},USD,${copies(plot)}`;
      }
    }
  }
  await load.load(HARVEST, lines());
}

/** From a third at the first harvest to all in its prime, then down by a fortieth a year to two thirds. */
function bearing({ bears }: CropYield, age: number): number {
  if (age < bears.full) return 0.35 + (0.65 * (age - bears.first)) / (bears.full - bears.first);
  return Math.max(0.66, 1 - 0.025 * Math.max(0, age - bears.declines));
}
