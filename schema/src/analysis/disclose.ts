import { type CellQuery, type CellRow, type RawCell, type Slice, sliceOf, toCell } from "../access/cells.ts";
import { cutWhere } from "../access/narrowing.ts";
import { isProtected } from "../access/policy.ts";
import { countedRows } from "../access/rows.ts";
import type { Suppression } from "../access/suppression.ts";
import { createTable, type TotalsTable } from "../access/table.ts";
import { thresholdOf } from "../access/totals.ts";
import type { Viewer } from "../access/viewer.ts";
import { all } from "../connection/logic.ts";
import type { Analysis, AnalysisArgs, PanelArgs } from "./analysis.ts";
import type { Cell } from "./columns.ts";
import type { Dimension, PlaceCut } from "./dimensions.ts";
import { type AnalysisRow, keyOf } from "./row.ts";

/** How it is found out which rows the public may be told: the same way as of totals, whose table it reads. */
export interface DisclosurePlan {
  cells: CellQuery;
  /** Whether families could be singled out, so that no row of families is told. */
  isUnsafe: boolean;
  /** Whether nothing but places is asked for, of which may be said where there is nobody. */
  tellsNone: boolean;
}

export interface Disclosure {
  /** What is told of a row; undefined when nothing is. */
  disclose(row: AnalysisRow, parent: number | undefined): AnalysisRow | undefined;
  /** Whether the total of all records of a parent may be told, of which the rows are shares. */
  tellsTotal(parent: number | undefined): boolean;
  suppressed: Suppression;
}

export function planDisclosure(
  viewer: Viewer,
  analysis: Analysis,
  args: AnalysisArgs,
  keys: readonly string[],
  panelArgs: PanelArgs,
  parent: Dimension | undefined,
): DisclosurePlan {
  const { policy, where, panel } = analysis;
  if (!isProtected(policy) || !policy.counting) throw new Error(`${policy.type} has no totals to protect.`);
  const { counting } = policy;
  const cut = cutWhere(args.where, counting);
  const rest = where.toPrisma(cut.rest, viewer);
  const counted = all([countedRows(policy, viewer), panel?.where(panelArgs) ?? {}]);
  const ofKeys = dimensionsOf(analysis, keys, parent).flatMap(({ cut: by }) => (by.kind === "slice" ? [by.slice] : []));
  const isKnown = (slice: Slice) =>
    Object.keys(counting.dimensions).some((path) => sliceOf(path, counting).name === slice.name);
  // What the public may not narrow by takes no part: a row then stands for all families that it could be of.
  const cutting = ofKeys.filter(isKnown);
  const slices = new Map<string, Slice>(
    [...cut.dimensions.map((path) => sliceOf(path, counting)), ...cutting].map((slice) => [slice.name, slice]),
  );
  return {
    cells: {
      // To the public, totals by anything but dimensions would single families out; of open records they may be told.
      base: counted,
      taken: where.toPrisma(cut.byCells, viewer),
      inPlaces: where.toPrisma(cut.byPlaces, viewer),
      inSlices: where.toPrisma(cut.byDimensions, viewer),
      alsoCounted: {},
      slices: [...slices.values()],
      withZones: dimensionsOf(analysis, keys, parent).some(({ cut: by }) => by.kind === "place" && by.level === "zone"),
      parentColumn: undefined,
      isSliced: false,
      threshold: thresholdOf(viewer),
    },
    isUnsafe: Object.keys(rest).length > 0 || !ofKeys.every(isKnown) || !(panel?.isOpen(panelArgs) ?? true),
    tellsNone: slices.size === 0,
  };
}

function dimensionsOf({ dimensions }: Analysis, keys: readonly string[], parent: Dimension | undefined): Dimension[] {
  return [...keys.flatMap((key) => dimensions[key] ?? []), ...(parent ? [parent] : [])];
}

export function discloseRows(
  { cells, isUnsafe, tellsNone }: DisclosurePlan,
  raw: readonly RawCell[],
  analysis: Analysis,
  keys: readonly string[],
  parent: Dimension | undefined,
): Disclosure {
  const { threshold } = cells;
  const rows = raw.map((row) => toCell(row, [], cells));
  const table = createTable(rows, { threshold, tellsNone, byCurrency: false });
  const asked = dimensionsOf(analysis, keys, parent);
  const takesPart = ({ cut }: Dimension) =>
    cut.kind === "place" || cells.slices.some(({ name }) => name === cut.slice.name);
  const readers = new Map(asked.filter(takesPart).map((dimension) => [dimension, readerOf(dimension, cells.slices)]));
  const cellIndex = new CellIndex(rows, table, readers, asked.filter(takesPart));
  const totalIndex = new CellIndex(rows, table, readers, asked.slice(keys.length).filter(takesPart));

  return {
    suppressed: { reason: isUnsafe ? "UNSAFE_FILTER" : "SMALL_CELL", threshold },
    tellsTotal: (ofParent) => !isUnsafe && totalIndex.tells(parent && takesPart(parent) ? [ofParent ?? null] : []),
    disclose(row, ofParent) {
      const values = [...keys.map((key) => keyOf(row, key)), ...(parent ? [ofParent ?? null] : [])].filter(
        (_, i) => asked[i] && takesPart(asked[i]),
      );
      const hasFamilies = cellIndex.hasFamilies(values);
      if (hasFamilies ? isUnsafe || !cellIndex.tells(values) : !isUnsafe && !cellIndex.tells(values)) return undefined;
      return hasFamilies ? { ...row, roundedTo: threshold } : row;
    },
  };
}

/** The values that a cell has of a dimension. */
type Reader = (row: CellRow) => readonly Cell[];

function readerOf({ cut }: Dimension, slices: readonly Slice[]): Reader {
  if (cut.kind === "place") return places[cut.level];
  const index = slices.findIndex(({ name }) => name === cut.slice.name);
  if (cut.many) return ({ slice }) => JSON.parse(slice[index] ?? "[]") as Cell[];
  return ({ slice }) => [slice[index] ?? null];
}

const places: Record<PlaceCut["level"], Reader> = {
  region: ({ region }) => [region],
  province: ({ province }) => [typeof province === "number" ? province : null],
  localGovernment: ({ place }) => [place],
  zone: ({ zones }) => (zones?.length ? zones : [null]),
};

/** The cells of each value of some dimensions, those in the same places, and those in the same slices. */
class CellIndex {
  readonly #table: TotalsTable;
  readonly #rows: readonly CellRow[];
  readonly #dimensions: readonly Dimension[];
  readonly #byKey: Map<string, number[]>;
  readonly #places: Map<string, { areWhole: boolean; areEmpty: boolean }>;
  readonly #emptySlices: Map<string, boolean>;

  constructor(
    rows: readonly CellRow[],
    table: TotalsTable,
    readers: Map<Dimension, Reader>,
    dimensions: readonly Dimension[],
  ) {
    this.#rows = rows;
    this.#table = table;
    this.#dimensions = dimensions;
    const index = (some: readonly Dimension[]) =>
      indexBy(
        rows,
        some.flatMap((dimension) => readers.get(dimension) ?? []),
      );
    this.#byKey = index(dimensions);
    const [byPlace, bySlice] = [index(this.#only("place")), index(this.#only("slice"))];
    this.#places = new Map([...byPlace].map(([key, own]) => [key, table.places(own)]));
    this.#emptySlices = new Map([...bySlice].map(([key, own]) => [key, table.areSlicesEmpty(own)]));
  }

  #only(kind: Dimension["cut"]["kind"]): Dimension[] {
    return this.#dimensions.filter(({ cut }) => cut.kind === kind);
  }

  #cells(values: readonly Cell[]): readonly number[] {
    return this.#byKey.get(nameOf(values)) ?? [];
  }

  hasFamilies(values: readonly Cell[]): boolean {
    return this.#cells(values).some((index) => (this.#rows[index]?.taken ?? 0) > 0);
  }

  tells(values: readonly Cell[]): boolean {
    const part = (kind: Dimension["cut"]["kind"]) =>
      nameOf(values.filter((_, i) => this.#dimensions[i]?.cut.kind === kind));
    return this.#table.tells({
      cells: this.#cells(values),
      places: this.#places.get(part("place")) ?? { areWhole: true, areEmpty: true },
      areSlicesEmpty: this.#emptySlices.get(part("slice")) ?? true,
    });
  }
}

/** The indexes of rows by the values of dimensions; a row with several values is under each. */
function indexBy(rows: readonly CellRow[], readers: readonly Reader[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const keys = readers.reduce<Cell[][]>(
      (sofar, read) => sofar.flatMap((key) => read(row).map((value) => [...key, value])),
      [[]],
    );
    for (const key of keys) {
      const name = nameOf(key);
      const known = found.get(name);
      if (known) known.push(index);
      else found.set(name, [index]);
    }
  }
  return found;
}

/** Values come as numbers from one side and as texts from the other. */
const nameOf = (values: readonly Cell[]): string =>
  JSON.stringify(values.map((value) => (value === null ? null : String(value))));
