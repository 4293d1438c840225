import ubigeos from "ubigeos/dist/data/index.js";
import { middle, type Point, readTowns } from "./coordinates.ts";
import { type Fact, numberOrNull, readFacts } from "./facts.ts";

/** A region, province or district as it is on the map. */
export interface Place {
  ubigeo: string;
  name: string;
  point: Point | undefined;
}

export interface RegionPlace extends Place {
  capital: string;
  /** The name of the regional government. */
  government: string;
}

export interface DistrictPlace extends Place {
  /** Poor people in percent, where the facts know it. */
  povertyRate: number | null;
}

/** All Peru, each level in order of ubigeo. */
export interface Atlas {
  regions: RegionPlace[];
  provinces: Place[];
  districts: DistrictPlace[];
}

interface UbigeoNames {
  RegionData: Map<string, string>;
  ProvinceData: Map<string, string>;
  DistrictData: Map<string, string>;
}

/** Unites the names of ubigeos with the districts that are younger than it, and gives them the points that are known. */
export function readAtlas(): Atlas {
  const names: UbigeoNames = ubigeos;
  const findTown = readTowns();
  const zoneDistricts = byUbigeo(readFacts("zone_districts", "ubigeo", "latitude", "longitude", "poverty_rate_2018"));
  const betterNames = byUbigeo(readFacts("place_names", "ubigeo", "name"));

  const regions = readFacts("regions", "ubigeo", "capital", "government").map((fact) => ({
    ...fact,
    name: names.RegionData.get(fact.ubigeo) ?? fact.ubigeo,
    point: findTown(fact.ubigeo, fact.capital),
  }));
  const youngDistricts = [...betterNames.keys()].filter((ubigeo) => ubigeo.length === 6);
  const districtCodes = [...new Set([...names.DistrictData.keys(), ...youngDistricts])].sort();
  const districts = districtCodes.map((ubigeo) => {
    const name = betterNames.get(ubigeo)?.name ?? names.DistrictData.get(ubigeo) ?? ubigeo;
    const zoneDistrict = zoneDistricts.get(ubigeo);
    const point = zoneDistrict
      ? { latitude: Number(zoneDistrict.latitude), longitude: Number(zoneDistrict.longitude) }
      : findTown(ubigeo.slice(0, 4), name);
    return { ubigeo, name, point, povertyRate: numberOrNull(zoneDistrict?.poverty_rate_2018 ?? "") };
  });
  const provinces = [...names.ProvinceData.keys()].sort().map((ubigeo) => {
    const members = districts.filter((district) => district.ubigeo.startsWith(ubigeo));
    // INEI gives a province's capital the first district code.
    const capital = members.find((district) => district.ubigeo === `${ubigeo}01`);
    const point = capital?.point ?? middle(members.map((district) => district.point));
    return { ubigeo, name: betterNames.get(ubigeo)?.name ?? names.ProvinceData.get(ubigeo) ?? ubigeo, point };
  });
  return { regions, provinces, districts };
}

function byUbigeo<Column extends string>(facts: Fact<Column | "ubigeo">[]): Map<string, Fact<Column | "ubigeo">> {
  return new Map(facts.map((fact) => [fact.ubigeo, fact]));
}
