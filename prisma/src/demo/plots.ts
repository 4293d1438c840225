import type { BulkLoad } from "./bulk-load.ts";
import { FACT_SHEET, hectares, hectareUnitsAtScale } from "./calibration.ts";
import { FIRST_YEAR, LAST_YEAR } from "./days.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import { type Families, homeCells } from "./families.ts";
import { type Farms, MAIN_CROPS } from "./farms.ts";
import { fitToTotal } from "./fit.ts";
import { visitAll } from "./pause.ts";
import { Mix, type Random, type Streams } from "./random.ts";
import { table } from "./tables.ts";

/** The plots by index (id less one), farm after farm. */
export interface Plots {
  count: number;
  /** Index of the farm. */
  farm: Int32Array;
  /** Index of {@link CROPS}. */
  crop: Uint8Array;
  /** Size in ten-thousandths of a hectare. */
  units: Int32Array;
  plantedYear: Uint16Array;
  /** Index of {@link SYSTEMS}; known once the plots are loaded. */
  system: Uint8Array;
}

export const SYSTEMS = ["AGROFORESTRY", "MONOCROP"] as const;

export const CROPS = [...MAIN_CROPS, "TIMBER", "OTHER"] as const;
export type PlotCrop = (typeof CROPS)[number];

const PLOT = table(
  "Plot",
  "id",
  "code",
  "farmId",
  "crop",
  "variety",
  "hectares",
  "system",
  "plantedYear",
  "provenance",
  "familyId",
  "localGovernmentId",
  "regionId",
);

/** How often a farm has a crop beside its main one, and what part of the farm that takes. */
const SIDE_CROPS = [
  { crop: 2, chance: 0.22, from: 0.03, until: 0.1 },
  { crop: 3, chance: 0.13, from: 0.03, until: 0.12 },
  { crop: 4, chance: 0.16, from: 0.02, until: 0.08 },
] as const;
const SECOND_MAIN_PLOT = 0.14;
/** The part of a farm under its main crop; what no plot takes is forest and fallow. */
const MAIN_SHARE = { cacao: { from: 0.34, until: 0.68 }, coffee: { from: 0.34, until: 0.68 } } as const;
const MOST_PLOTS = 2 + SIDE_CROPS.length;

/**
 * Lays out every farm's plots so that coffee and cacao sum to the fact sheet's hectares to the last digit and no
 * farm's plots exceed the farm.
 */
export async function planPlots(random: Random, farms: Farms, scale: number): Promise<Plots> {
  const draft = { farm: new Int32Array(farms.count * MOST_PLOTS), crop: new Uint8Array(farms.count * MOST_PLOTS) };
  const weights = new Float64Array(farms.count * MOST_PLOTS);
  const most = new Int32Array(farms.count * MOST_PLOTS);
  let count = 0;
  function add(farm: number, crop: number, units: number, bound: number): void {
    draft.farm[count] = farm;
    draft.crop[count] = crop;
    weights[count] = units;
    most[count] = bound;
    count++;
  }
  await visitAll(farms.count, (farm) => {
    const size = farms.units[farm] ?? 0;
    const mainCrop = farms.mainCrop[farm] ?? 0;
    const first = count;
    let room = size;
    for (const { crop, chance, from, until } of SIDE_CROPS) {
      // The first farms have every side crop, so that even the smallest programme has plots of each.
      const present = farm < SIDE_CROPS.length || random.chance(chance);
      const units = Math.round(size * random.between(from, until));
      if (!present || crop === mainCrop) continue;
      room -= units;
      add(farm, crop, units, units);
    }
    const share = mainCrop === 1 ? MAIN_SHARE.coffee : MAIN_SHARE.cacao;
    const units = size * random.between(share.from, share.until);
    const split = random.chance(SECOND_MAIN_PLOT) ? random.between(0.55, 0.8) : 1;
    add(farm, mainCrop, units * split, Math.floor(room * split));
    if (split < 1) add(farm, mainCrop, units * (1 - split), Math.floor(room * (1 - split)));
    if (count - first > MOST_PLOTS) throw new RangeError("A farm got more plots than there is room for.");
  });

  const plots: Plots = {
    count,
    farm: draft.farm.slice(0, count),
    crop: draft.crop.slice(0, count),
    units: new Int32Array(weights.subarray(0, count)),
    plantedYear: new Uint16Array(count),
    system: new Uint8Array(count),
  };
  await fitCrop(plots, weights, most, "CACAO", hectareUnitsAtScale(FACT_SHEET.cacaoHectares, scale));
  await fitCrop(plots, weights, most, "COFFEE", hectareUnitsAtScale(FACT_SHEET.coffeeHectares, scale));
  await visitAll(count, (index) => {
    plots.plantedYear[index] = plantedYear(random, CROPS[plots.crop[index] ?? 0] ?? "OTHER");
  });
  return plots;
}

async function fitCrop(
  plots: Plots,
  weights: Float64Array,
  most: Int32Array,
  crop: PlotCrop,
  total: number,
): Promise<void> {
  const wanted = CROPS.indexOf(crop);
  let count = 0;
  await visitAll(plots.count, (index) => {
    if (plots.crop[index] === wanted) count++;
  });
  const places = new Int32Array(count);
  const cropWeights = new Float64Array(count);
  const cropMost = new Int32Array(count);
  let next = 0;
  await visitAll(plots.count, (index) => {
    if (plots.crop[index] !== wanted) return;
    places[next] = index;
    cropWeights[next] = weights[index] ?? 0;
    cropMost[next] = most[index] ?? 0;
    next++;
  });
  const fitted = await fitToTotal({ weights: cropWeights, total, least: 1, most: cropMost });
  await visitAll(count, (place) => {
    plots.units[places[place] ?? 0] = fitted[place] ?? 0;
  });
}

/** Half of the cacao and coffee was planted with the programme's help, the rest over the twenty years before. */
function plantedYear(random: Random, crop: PlotCrop): number {
  if (crop === "OTHER") return random.whole(FIRST_YEAR, LAST_YEAR);
  if (crop === "BANANA") return random.whole(2014, LAST_YEAR - 1);
  if (random.chance(0.45)) return random.whole(FIRST_YEAR - 2, LAST_YEAR - 1);
  return Math.round(FIRST_YEAR - 3 - 17 * random.uniform() ** 1.6);
}

export async function loadPlots(
  load: BulkLoad,
  streams: Streams,
  plots: Plots,
  farms: Farms,
  families: Families,
  districts: readonly ProgrammeDistrict[],
): Promise<void> {
  const random = streams("varieties");
  const varieties: Record<PlotCrop, Mix<string>> = {
    CACAO: new Mix(["CCN-51", 55], ["Trinitario", 22], ["Criollo", 15], ["Chuncho", 8]),
    COFFEE: new Mix(["Caturra", 34], ["Typica", 22], ["Bourbon", 14], ["Obatá", 16], ["Marsellesa", 14]),
    BANANA: new Mix(["Plátano hartón", 60], ["Isla", 25], ["Seda", 15]),
    TIMBER: new Mix(["Bolaina", 45], ["Capirona", 30], ["Tornillo", 15], ["Caoba", 10]),
    OTHER: new Mix(["Maíz", 45], ["Yuca", 35], ["Frijol", 20]),
  };
  const shaded = new Mix<(typeof SYSTEMS)[number]>(["AGROFORESTRY", 68], ["MONOCROP", 32]);
  const open = new Mix<(typeof SYSTEMS)[number]>(["MONOCROP", 80], ["AGROFORESTRY", 20]);
  function* lines(): Generator<string> {
    for (let index = 0; index < plots.count; index++) {
      const id = index + 1;
      const crop = CROPS[plots.crop[index] ?? 0] ?? "OTHER";
      const system = (crop === "CACAO" || crop === "COFFEE" ? shaded : open).draw(random);
      plots.system[index] = SYSTEMS.indexOf(system);
      const farm = plots.farm[index] ?? 0;
      const family = farms.family[farm] ?? 0;
      const copies = `${family + 1},${homeCells(families, districts, family)}`;
      // Joined by hand, for no value here can hold a comma or a quote and this runs for every plot.
      yield `${id},PLOT-${String(id).padStart(8, "0")},${farm + 1},${crop},${varieties[crop].draw(random)},${hectares(plots.units[index] ?? 0)},${system},${plots.plantedYear[index]},SYNTHETIC,${copies}`;
    }
  }
  await load.load(PLOT, lines());
}
