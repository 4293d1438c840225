import type { Column } from "./table.ts";

/** The pair of columns nearest to the row that says where it lies. */
export function coordinatesIn(columns: readonly Column[]): { latitude: Column; longitude: Column } | undefined {
  const pairs = columns.flatMap((latitude) => {
    if (latitude.path.at(-1) !== "latitude") return [];
    const place = latitude.path.slice(0, -1).join(".");
    const longitude = columns.find(({ path }) => path.at(-1) === "longitude" && path.slice(0, -1).join(".") === place);
    return longitude ? [{ latitude, longitude }] : [];
  });
  return pairs.sort((a, b) => a.latitude.path.length - b.latitude.path.length)[0];
}
