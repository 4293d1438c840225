import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { follows, reduce } from "../testing/linear.ts";
import type { CellRow } from "./cells.ts";
import { createTable } from "./table.ts";

const THRESHOLD = 5;

/** One family or more in one place and slice; `count` of them. */
interface Block {
  place: number;
  slice: number;
  count: number;
}

/** Rows as the database would group them: 3 places a province, 2 provinces a region. */
function rowsOf(blocks: readonly Block[], sliced: boolean): CellRow[] {
  let family = 0;
  const atoms = new Map<string, { place: number; slice: string[]; families: number[] }>();
  for (const { place, slice, count } of blocks) {
    const values = sliced ? [String(slice)] : [];
    const key = `${place} ${values}`;
    const atom = atoms.get(key) ?? { place, slice: values, families: [] };
    atoms.set(key, atom);
    for (let i = 0; i < count; i++) atom.families.push(family++);
  }
  return [...atoms.values()].map(({ place, slice, families }) => ({
    place,
    province: Math.floor(place / 3),
    region: Math.floor(place / 6),
    slice: [...slice, ""],
    records: families.length,
    taken: families.length,
    inPlaces: families.length,
    inSlices: families.length,
    counted: families.length,
    families: families.length < THRESHOLD ? families : undefined,
    parent: null,
    sums: {},
  }));
}

const places = 12;
const slices = 3;
const programmes = fc.array(
  fc.record({
    place: fc.nat(places - 1),
    slice: fc.nat(slices - 1),
    count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 20 })),
  }),
  { minLength: 1, maxLength: 40 },
);
type Query = { places: ReadonlySet<number>; slices: ReadonlySet<number> | null };

/** Any set of places, in all slices or in some. */
const queries: fc.Arbitrary<Query> = fc.record({
  places: fc.oneof(
    fc.constant(new Set(Array.from({ length: places }, (_, i) => i))),
    fc.nat(places - 1).map((place) => new Set([place])),
    fc.nat(places - 1).map((place) => new Set(Array.from({ length: places }, (_, i) => i).filter((i) => i !== place))),
    fc.nat(1).map((region) => new Set(Array.from({ length: 6 }, (_, i) => region * 6 + i))),
    fc.uniqueArray(fc.nat(places - 1)).map((some) => new Set(some)),
  ),
  slices: fc.oneof(
    fc.constant(null),
    fc.nat(slices - 1).map((slice) => new Set([slice])),
    fc.nat(slices - 1).map((last) => new Set(Array.from({ length: last + 1 }, (_, i) => i))),
  ),
});

/** The families of each atom that a query takes, and whether its total is told. */
function ask(blocks: readonly Block[], query: Query) {
  const rows = rowsOf(blocks, query.slices !== null).map((row) => ({
    ...row,
    taken: takes(query, row.place, Number(row.slice[0])) ? row.records : 0,
    inPlaces: query.places.has(row.place) ? row.records : 0,
    inSlices: query.slices === null || query.slices.has(Number(row.slice[0])) ? row.records : 0,
  }));
  const table = createTable(rows, { threshold: THRESHOLD, tellsNone: query.slices === null, byCurrency: false });
  const all = [...rows.keys()];
  return table.tells({ cells: all, places: table.places(all), areSlicesEmpty: table.areSlicesEmpty(all) });
}

const takes = (query: Query, place: number, slice: number) =>
  query.places.has(place) && (query.slices === null || query.slices.has(slice));

describe("disclosure control", () => {
  test("no group of families below the threshold follows from what is told, however it is added and taken away", () => {
    fc.assert(
      fc.property(programmes, fc.array(queries, { minLength: 5, maxLength: 60 }), (blocks, asked) => {
        const atoms = Array.from({ length: places * slices }, (_, i) => ({
          place: i % places,
          slice: Math.floor(i / places),
        })).map((atom) => ({
          ...atom,
          families: blocks.reduce(
            (sum, b) => sum + (b.place === atom.place && b.slice === atom.slice ? b.count : 0),
            0,
          ),
        }));
        const vector = (query: Query) => atoms.map(({ place, slice }) => Number(takes(query, place, slice)));
        const families = (row: readonly number[]) =>
          atoms.reduce((sum, atom, i) => sum + (row[i] ?? 0) * atom.families, 0);
        const told = reduce(asked.filter((query) => ask(blocks, query)).map(vector));
        const wanted = [
          ...asked.map(vector),
          ...atoms.map((_, i) => atoms.map((__, j) => Number(i === j))),
          ...asked.flatMap((a) => asked.map((b) => vector(a).map((x, i) => x * (1 - (vector(b)[i] ?? 0))))),
        ];
        for (const group of wanted) {
          const count = families(group);
          if (count > 0 && count < THRESHOLD) expect(follows(told, group)).toBe(false);
        }
      }),
      { numRuns: Number(process.env.DISCLOSURE_RUNS ?? 200) },
    );
  });

  test("totals that are whole are told: the country, and places that are large and have no small neighbours", () => {
    const blocks = [0, 1, 2, 6, 7].map((place) => ({ place, slice: 0, count: 10 }));
    const everywhere = new Set(Array.from({ length: places }, (_, i) => i));
    expect(ask(blocks, { places: everywhere, slices: null })).toBe(true);
    for (const place of [0, 1, 2, 6, 7]) expect(ask(blocks, { places: new Set([place]), slices: null })).toBe(true);
    expect(ask(blocks, { places: new Set([3]), slices: null })).toBe(true);
  });

  test("a small place takes its smallest neighbour with it, and only that", () => {
    const sizes = [30, 3, 8, 0, 0, 0, 20, 40];
    const blocks = sizes.flatMap((count, place) => (count > 0 ? [{ place, slice: 0, count }] : []));
    const told = sizes.map((_, place) => ask(blocks, { places: new Set([place]), slices: null }));
    expect(told.slice(0, 3)).toEqual([true, false, false]);
    expect(told.slice(6)).toEqual([true, true]);
    expect(ask(blocks, { places: new Set([1, 2]), slices: null })).toBe(true);
  });
});
