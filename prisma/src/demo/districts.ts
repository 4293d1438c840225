import type { Point } from "./coordinates.ts";
import { readFacts } from "./facts.ts";
import type { Geography } from "./geography.ts";

/** A district of the zones of intervention, with what the synthetic families of it are drawn from. */
export interface ProgrammeDistrict {
  ubigeo: string;
  governmentId: number;
  provinceGovernmentId: number;
  regionId: number;
  /** The region's two digits. */
  region: string;
  point: Point;
  /** Poor people in percent. */
  povertyRate: number;
  /** How many families live here, in proportion to the other districts. */
  familyWeight: number;
  /** Farms that grow coffee rather than cacao, from 0 to 1. */
  coffeeShare: number;
  /** Where the valley floor is and how far up there are farms, in metres. */
  lowland: number;
  highland: number;
}

/** Taken where the district's own rate is not known: the districts are new, and poor like those they were cut from. */
const USUAL_POVERTY_RATE = 35;

/** The districts that the zones cover, in order of ubigeo. */
export function programmeDistricts({ regions, governments, districts }: Geography): ProgrammeDistrict[] {
  const areas = readFacts(
    "programme_areas",
    "ubigeo_prefix",
    "family_weight",
    "coffee_share",
    "lowland_m",
    "highland_m",
  );
  const places = new Map(districts.map((district) => [district.ubigeo, district]));
  const covered = new Set(readFacts("zone_districts", "ubigeo").map(({ ubigeo }) => ubigeo));
  return [...covered].sort().map((ubigeo) => {
    const district = places.get(ubigeo);
    const area = areas
      .filter(({ ubigeo_prefix }) => ubigeo.startsWith(ubigeo_prefix))
      .sort((a, b) => b.ubigeo_prefix.length - a.ubigeo_prefix.length)[0];
    if (!district?.point || !area) throw new Error(`The district ${ubigeo} has no point or no programme area.`);
    const region = ubigeo.slice(0, 2);
    return {
      ubigeo,
      governmentId: governments.of(ubigeo),
      provinceGovernmentId: governments.of(ubigeo.slice(0, 4)),
      regionId: regions.of(region),
      region,
      point: district.point,
      povertyRate: district.povertyRate ?? USUAL_POVERTY_RATE,
      familyWeight: Number(area.family_weight),
      coffeeShare: Number(area.coffee_share),
      lowland: Number(area.lowland_m),
      highland: Number(area.highland_m),
    };
  });
}
