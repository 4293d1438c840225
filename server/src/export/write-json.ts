import type { Feature, Point } from "geojson";
import { GraphQLError } from "graphql";
import { coordinatesIn } from "./coordinates.ts";
import { type Cell, cellOf } from "./flatten.ts";
import type { Rows } from "./rows.ts";
import type { Table } from "./table.ts";

/** Writes rows as a JSON array of what the nodes are, nested as they were asked for. */
export async function* writeJson(_table: Table, rows: Rows): AsyncGenerator<string> {
  yield* inside("[", "]\n", rows, (row) => JSON.stringify(row));
}

/**
 * Writes rows as the features of a GeoJSON collection (RFC 7946), each at the coordinates that are asked for of it.
 *
 * @throws {GraphQLError} `NO_COORDINATES` when none are asked for
 */
export function writeGeoJson({ columns }: Table, rows: Rows): AsyncGenerator<string> {
  const pair = coordinatesIn(columns);
  if (!pair) {
    throw new GraphQLError("To place the rows on a map, ask for coordinates { latitude longitude } of each.", {
      extensions: { code: "NO_COORDINATES", http: { status: 400 } },
    });
  }
  const { latitude, longitude } = pair;
  const properties = columns.filter((column) => column !== latitude && column !== longitude);
  return inside('{"type":"FeatureCollection","features":[', "]}\n", rows, (row) => {
    const [x, y] = [cellOf(row, longitude), cellOf(row, latitude)];
    const feature: Feature<Point | null, Record<string, Cell>> = {
      type: "Feature",
      geometry: typeof x === "number" && typeof y === "number" ? { type: "Point", coordinates: [x, y] } : null,
      properties: Object.fromEntries(properties.map((column) => [column.name, cellOf(row, column)])),
    };
    return JSON.stringify(feature);
  });
}

async function* inside(open: string, close: string, rows: Rows, write: (row: unknown) => string) {
  yield open;
  let isFirst = true;
  for await (const page of rows) {
    if (page.length === 0) continue;
    yield `${isFirst ? "" : ","}\n${page.map(write).join(",\n")}`;
    isFirst = false;
  }
  yield `\n${close}`;
}
