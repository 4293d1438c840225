import type { Feature, Point } from "geojson";
import { GraphQLError } from "graphql";
import { coordinatesIn } from "./coordinates.ts";
import { asAsked, type Cell, cellOf } from "./flatten.ts";
import { PLACE } from "./pages.ts";
import type { Column, Rows, Table } from "./table.ts";

/** Writes rows as a JSON array of what the nodes are, nested as they were asked for. */
export async function* writeJson(_table: Table, rows: Rows): AsyncGenerator<string> {
  yield* inside("[", "]\n", rows, (row) => JSON.stringify(asAsked(row)));
}

/**
 * Writes rows as the features of a GeoJSON collection (RFC 7946), each at the coordinates that are asked for of it, or else at those that
 * it, or the nearest object that it is asked for with, has.
 *
 * @throws {GraphQLError} `NO_COORDINATES` when there are none
 */
export function writeGeoJson(table: Table, rows: Rows): AsyncGenerator<string> {
  const { columns } = table;
  const { latitude, longitude } = coordinatesOf(table);
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

/** Each row stands on a line of its own. */
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

type Coordinates = Record<"latitude" | "longitude", Pick<Column, "path">>;

/** Those of the table's columns that are nearest to the row, or what has been asked for beside them. */
function coordinatesOf({ columns, place }: Table): Coordinates {
  const nearest = coordinatesIn(columns);
  if (nearest) return nearest;
  if (place) {
    const at = (key: string) => ({ path: [...place.path, PLACE, key] });
    return { latitude: at("latitude"), longitude: at("longitude") };
  }
  throw new GraphQLError(
    "The rows have no place on a map. Ask each for an object that has one, as localGovernment { name } has.",
    { extensions: { code: "NO_COORDINATES", http: { status: 400 } } },
  );
}
