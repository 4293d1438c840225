import { type DistrictPlace, readAtlas } from "./atlas.ts";
import type { BulkLoad } from "./bulk-load.ts";
import type { Point } from "./coordinates.ts";
import { Ids } from "./facts.ts";
import { csvLines, table } from "./tables.ts";

/** The administrative map of Peru with the ids that its rows have. */
export interface Geography {
  regions: Ids;
  /** By ubigeo of two, four or six digits. */
  governments: Ids;
  districts: DistrictPlace[];
}

const REGION = table("Region", "id", "ubigeo", "name", "capital", "latitude", "longitude", "provenance");
const PROVINCE = table("Province", "id", "ubigeo", "name", "latitude", "longitude", "provenance", "regionId");
const LOCAL_GOVERNMENT = table(
  "LocalGovernment",
  "id",
  "ubigeo",
  "level",
  "name",
  "latitude",
  "longitude",
  "povertyRate",
  "provenance",
  "regionId",
  "provinceId",
);
const LEVELS = { 2: "REGIONAL", 4: "PROVINCIAL", 6: "DISTRICT" } as const;

/** Loads the regions, provinces and local governments of all Peru; ids follow the ubigeo. */
export async function loadGeography(load: BulkLoad): Promise<Geography> {
  const { regions, provinces, districts } = readAtlas();
  // A district's or province's government bears its name, a region's has one of its own.
  const governments = [
    ...regions.map((region) => ({ ...region, name: region.government, povertyRate: null })),
    ...provinces.map((province) => ({ ...province, povertyRate: null })),
    ...districts,
  ].sort((a, b) => (a.ubigeo < b.ubigeo ? -1 : 1));
  const regionIds = new Ids(regions.map(({ ubigeo }) => ubigeo));
  const provinceIds = new Ids(provinces.map(({ ubigeo }) => ubigeo));
  const governmentIds = new Ids(governments.map(({ ubigeo }) => ubigeo));

  const regionRows = regions.map(({ ubigeo, name, capital, point }) => ({
    id: regionIds.of(ubigeo),
    ubigeo,
    name,
    capital,
    ...coordinates(point),
    provenance: "REAL" as const,
  }));
  await load.load(REGION, csvLines(REGION, regionRows));

  const provinceRows = provinces.map(({ ubigeo, name, point }) => ({
    id: provinceIds.of(ubigeo),
    ubigeo,
    name,
    ...coordinates(point),
    provenance: "REAL" as const,
    regionId: regionIds.of(ubigeo.slice(0, 2)),
  }));
  await load.load(PROVINCE, csvLines(PROVINCE, provinceRows));

  const governmentRows = governments.map(({ ubigeo, name, point, povertyRate }) => ({
    id: governmentIds.of(ubigeo),
    ubigeo,
    level: LEVELS[ubigeo.length as keyof typeof LEVELS],
    name,
    ...coordinates(point),
    povertyRate: povertyRate === null ? null : povertyRate.toFixed(2),
    provenance: "REAL" as const,
    regionId: regionIds.of(ubigeo.slice(0, 2)),
    provinceId: ubigeo.length === 2 ? null : provinceIds.of(ubigeo.slice(0, 4)),
  }));
  await load.load(LOCAL_GOVERNMENT, csvLines(LOCAL_GOVERNMENT, governmentRows));
  return { regions: regionIds, governments: governmentIds, districts };
}

function coordinates(point: Point | undefined): { latitude: number | null; longitude: number | null } {
  return { latitude: point?.latitude ?? null, longitude: point?.longitude ?? null };
}
