import type { BulkLoad } from "./bulk-load.ts";
import { CHOSEN } from "./calibration.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import type { Random } from "./random.ts";
import { csvLines, table } from "./tables.ts";

/** The populated centres of each programme district: ids run on from the first. */
export interface Localities {
  count: number;
  /** By the district's place in the list of programme districts. */
  ofDistrict: { firstId: number; count: number }[];
  /** The district's place in the list, by locality id less one. */
  district: Uint16Array;
}

const LOCALITY = table(
  "Locality",
  "id",
  "code",
  "name",
  "latitude",
  "longitude",
  "provenance",
  "localGovernmentId",
  "regionId",
);

/** Degrees from the district's point within which two out of three localities lie: some eight kilometres. */
const SPREAD_DEGREES = 0.07;

const FIRST_WORDS = [
  "San Juan de",
  "San José de",
  "Santa Rosa de",
  "San Pedro de",
  "Santa Lucía de",
  "San Antonio de",
  "Nuevo",
  "Alto",
  "Bajo",
  "Puerto",
  "Villa",
  "Nueva Unión de",
] as const;
const LAST_WORDS = [
  "Huayruro",
  "Bolaina",
  "Capirona",
  "Shapaja",
  "Ungurahui",
  "Aguajal",
  "Pijuayo",
  "Lupuna",
  "Tornillo",
  "Shihuahuaco",
  "Topa",
  "Huacamayo",
  "Paujil",
  "Sachavaca",
  "Otorongo",
  "Paucar",
  "Zúngaro",
  "Boquichico",
  "Cascabel",
  "Pucayacu",
  "Yanayacu",
  "Shitarillo",
  "Cumala",
  "Pashaco",
  "Uvos",
  "Cacao",
  "Cafetal",
  "Cedro",
  "Caimito",
  "Guabas",
] as const;

/** Loads the synthetic localities: at least one in every district of the zones, more where more families live. */
export async function loadLocalities(
  load: BulkLoad,
  random: Random,
  districts: ProgrammeDistrict[],
  scale: number,
): Promise<Localities> {
  // A tenth of the families still live in a third of the places, as a smaller programme's would.
  const extra = CHOSEN.localities * (scale < 1 ? Math.sqrt(scale) : scale);
  const totalWeight = districts.reduce((sum, { familyWeight }) => sum + familyWeight, 0);
  let nextId = 1;
  const ofDistrict = districts.map(({ familyWeight }) => {
    const count = 1 + Math.round((extra * familyWeight) / totalWeight);
    const firstId = nextId;
    nextId += count;
    return { firstId, count };
  });
  const count = nextId - 1;
  const district = new Uint16Array(count);
  for (const [index, { firstId, count }] of ofDistrict.entries())
    district.fill(index, firstId - 1, firstId - 1 + count);

  function* rows() {
    for (const [index, place] of districts.entries()) {
      const { firstId, count } = ofDistrict[index] ?? { firstId: 0, count: 0 };
      const names = new Set<string>();
      for (let number = 1; number <= count; number++) {
        const latitude = place.point.latitude + SPREAD_DEGREES * random.normal();
        const longitude = place.point.longitude + SPREAD_DEGREES * random.normal();
        yield {
          id: firstId + number - 1,
          code: `${place.ubigeo}${String(number).padStart(4, "0")}`,
          name: freshName(random, names),
          latitude: Number(latitude.toFixed(5)),
          longitude: Number(longitude.toFixed(5)),
          provenance: "SYNTHETIC" as const,
          localGovernmentId: place.governmentId,
          regionId: place.regionId,
        };
      }
    }
  }
  await load.load(LOCALITY, csvLines(LOCALITY, rows()));
  return { count, ofDistrict, district };
}

/** A name that the district does not have yet; a number tells apart those for which no words are left. */
function freshName(random: Random, taken: Set<string>): string {
  const words = `${random.pick(FIRST_WORDS)} ${random.pick(LAST_WORDS)}`;
  let name = words;
  for (let number = 2; taken.has(name); number++) name = `${words} ${number}`;
  taken.add(name);
  return name;
}
