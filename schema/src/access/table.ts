import type { CellRow } from "./cells.ts";
import { groupAtoms } from "./disclosure.ts";

/** Some rows of a table, by their indexes. */
export type Rows = Iterable<number>;

/** What a total takes of a table. */
export interface Taking {
  cells: Rows;
  /** Whether its places are whole, of all slices. */
  places: { areWhole: boolean; areEmpty: boolean };
  /** Whether no family is in its slices, in any place. */
  areSlicesEmpty: boolean;
}

/** A table of totals, which decides which of them may be told. */
export interface TotalsTable {
  /** Rows that are in the same places as a total, whatever their slice. */
  places(rows: Rows): Taking["places"];
  /** Rows that are in the same slices as a total, whatever their place. */
  areSlicesEmpty(rows: Rows): boolean;
  /** Whether a total takes blocks and slices whole, and does not say that a small group is empty. */
  tells(taking: Taking): boolean;
}

/**
 * @param rows the cells of the table
 * @param tellsNone whether a total may say that there is no family, though in the same places there are some
 * @param byCurrency whether the totals are amounts of money, which currencies cut into further slices
 */
export function createTable(
  rows: readonly CellRow[],
  { threshold, tellsNone, byCurrency }: { threshold: number; tellsNone: boolean; byCurrency: boolean },
): TotalsTable {
  const atoms = rows.flatMap((row, index) =>
    row.records > 0 ? [{ ...row, index, slice: byCurrency ? row.slice : row.slice.slice(0, -1) }] : [],
  );
  const groups = new Map([...groupAtoms(atoms, threshold)].map(([{ index }, grouping]) => [index, grouping]));
  const blocks = new Tally<number>();
  const cells = new Tally<string>();
  for (const [index, { block, slice }] of groups) {
    const records = rows[index]?.records ?? 0;
    blocks.add(block, records);
    cells.add(`${block} ${slice}`, records);
  }
  function* grouped(indexes: Rows) {
    for (const index of indexes) {
      const [row, grouping] = [rows[index], groups.get(index)];
      if (row && grouping) yield { row, grouping };
    }
  }
  return {
    places(own) {
      const ownBlocks = new Tally<number>();
      for (const { row, grouping } of grouped(own)) ownBlocks.add(grouping.block, row.inPlaces);
      return { areWhole: ownBlocks.isWholeIn(blocks), areEmpty: ownBlocks.isEmpty };
    },
    // A slice that no family is in, in all the country, says nothing of any place.
    areSlicesEmpty: (own) => ![...grouped(own)].some(({ row }) => row.inSlices > 0),
    tells({ cells: own, places, areSlicesEmpty }) {
      const ownCells = new Tally<string>();
      let isTooRare = false;
      for (const { row, grouping } of grouped(own)) {
        if (row.taken === 0) continue;
        ownCells.add(`${grouping.block} ${grouping.slice}`, row.taken);
        isTooRare ||= grouping.slice === undefined;
      }
      if (ownCells.isEmpty) return tellsNone || areSlicesEmpty || places.areEmpty;
      return !isTooRare && ownCells.isWholeIn(cells) && places.areWhole;
    },
  };
}

/** Numbers of records by name. */
class Tally<Name> {
  readonly #counts = new Map<Name, number>();

  add(name: Name, records: number): void {
    if (records > 0) this.#counts.set(name, (this.#counts.get(name) ?? 0) + records);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** Whether of each name that it has, it has as much as the whole. */
  isWholeIn(whole: Tally<Name>): boolean {
    return [...this.#counts].every(([name, records]) => records === whole.#counts.get(name));
  }
}
