import { createRequire } from "node:module";
import type { BulkLoad } from "./bulk-load.ts";
import { middle, type Point, readTowns } from "./coordinates.ts";
import { type Fact, Ids, numberOrNull, readFacts } from "./facts.ts";
import { csvLines, table } from "./tables.ts";

/** The administrative map of Peru with the ids that its rows have. */
export interface Geography {
  regions: Ids;
  provinces: Ids;
  /** By ubigeo of two, four or six digits. */
  governments: Ids;
  districts: Map<string, District>;
}

export interface District {
  ubigeo: string;
  name: string;
  point: Point | undefined;
  povertyRate: number | null;
}

interface UbigeoNames {
  RegionData: Map<string, string>;
  ProvinceData: Map<string, string>;
  DistrictData: Map<string, string>;
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

/** Loads the regions, provinces and local governments of all Peru; ids follow the ubigeo. */
export async function loadGeography(load: BulkLoad): Promise<Geography> {
  // The package is CommonJS and its index alone has types for a map of anything.
  const names = createRequire(import.meta.url)("ubigeos/dist/data") as UbigeoNames;
  const findTown = readTowns();
  const zoneDistricts = byUbigeo(readFacts("zone_districts", "ubigeo", "latitude", "longitude", "poverty_rate_2018"));
  const betterNames = byUbigeo(readFacts("district_names", "ubigeo", "name"));

  const districts = new Map<string, District>();
  for (const ubigeo of [...new Set([...names.DistrictData.keys(), ...betterNames.keys()])].sort()) {
    const name = betterNames.get(ubigeo)?.name ?? names.DistrictData.get(ubigeo) ?? ubigeo;
    const zoneDistrict = zoneDistricts.get(ubigeo);
    const point = zoneDistrict
      ? { latitude: Number(zoneDistrict.latitude), longitude: Number(zoneDistrict.longitude) }
      : findTown(ubigeo.slice(0, 4), name);
    const povertyRate = numberOrNull(zoneDistrict?.poverty_rate_2018 ?? "");
    districts.set(ubigeo, { ubigeo, name, point, povertyRate });
  }

  const provinces = [...names.ProvinceData].sort(([a], [b]) => (a < b ? -1 : 1));
  const provincePoints = new Map(
    provinces.map(([ubigeo]) => {
      const members = [...districts.values()].filter((district) => district.ubigeo.startsWith(ubigeo));
      // INEI gives a province's capital the first district code.
      const capital = members.find((district) => district.ubigeo === `${ubigeo}01`);
      return [ubigeo, capital?.point ?? middle(members.map(({ point }) => point))];
    }),
  );
  const regions = readFacts("regions", "ubigeo", "capital", "government").map((fact) => ({
    ...fact,
    name: names.RegionData.get(fact.ubigeo) ?? fact.ubigeo,
    point: findTown(fact.ubigeo, fact.capital),
  }));
  const governments = [
    ...regions.map(({ ubigeo, government, point }) => ({ ubigeo, name: government, point, povertyRate: null })),
    ...provinces.map(([ubigeo, name]) => ({ ubigeo, name, point: provincePoints.get(ubigeo), povertyRate: null })),
    ...districts.values(),
  ].sort((a, b) => (a.ubigeo < b.ubigeo ? -1 : 1));

  const ids = {
    regions: new Ids(regions.map(({ ubigeo }) => ubigeo)),
    provinces: new Ids(provinces.map(([ubigeo]) => ubigeo)),
    governments: new Ids(governments.map(({ ubigeo }) => ubigeo)),
  };
  await load.load(
    REGION,
    csvLines(
      REGION,
      regions.map(({ ubigeo, name, capital, point }) => ({
        id: ids.regions.of(ubigeo),
        ubigeo,
        name,
        capital,
        ...coordinates(point),
        provenance: "REAL",
      })),
    ),
  );
  await load.load(
    PROVINCE,
    csvLines(
      PROVINCE,
      provinces.map(([ubigeo, name]) => ({
        id: ids.provinces.of(ubigeo),
        ubigeo,
        name,
        ...coordinates(provincePoints.get(ubigeo)),
        provenance: "REAL",
        regionId: ids.regions.of(ubigeo.slice(0, 2)),
      })),
    ),
  );
  await load.load(
    LOCAL_GOVERNMENT,
    csvLines(
      LOCAL_GOVERNMENT,
      governments.map(({ ubigeo, name, point, povertyRate }) => ({
        id: ids.governments.of(ubigeo),
        ubigeo,
        level: ubigeo.length === 2 ? "REGIONAL" : ubigeo.length === 4 ? "PROVINCIAL" : "DISTRICT",
        name,
        ...coordinates(point),
        povertyRate: povertyRate === null ? null : povertyRate.toFixed(2),
        provenance: "REAL",
        regionId: ids.regions.of(ubigeo.slice(0, 2)),
        provinceId: ubigeo.length === 2 ? null : ids.provinces.of(ubigeo.slice(0, 4)),
      })),
    ),
  );
  return { ...ids, districts };
}

function coordinates(point: Point | undefined): { latitude: number | null; longitude: number | null } {
  return { latitude: point?.latitude ?? null, longitude: point?.longitude ?? null };
}

function byUbigeo<Column extends string>(facts: Fact<Column | "ubigeo">[]): Map<string, Fact<Column | "ubigeo">> {
  return new Map(facts.map((fact) => [fact.ubigeo, fact]));
}
