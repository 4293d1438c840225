import type { CellRow } from "./cells.ts";
import { groupAtoms } from "./disclosure.ts";

/** A table of totals, which decides which of them may be told. */
export interface TotalsTable {
  /** Whether the total of some of its rows takes blocks and slices whole, and does not say that a small group is empty. */
  tells(mine: (row: CellRow) => boolean): boolean;
}

/**
 * @param tellsNone whether a total may say that there is no family, though in the same places there are some
 * @param isSliced whether the parents of the records are slices, rather than places
 */
export function createTable(
  rows: readonly CellRow[],
  { threshold, tellsNone, isSliced }: { threshold: number; tellsNone: boolean; isSliced: boolean },
): TotalsTable {
  const groups = groupAtoms(
    rows.filter(({ records }) => records > 0),
    threshold,
  );
  const blocks = new Tally<number>();
  const cells = new Tally<string>();
  for (const [{ records }, { block, slice }] of groups) {
    blocks.add(block, records);
    cells.add(`${block} ${slice}`, records);
  }
  return {
    tells(mine) {
      const ownBlocks = new Tally<number>();
      const ownCells = new Tally<string>();
      let isTooRare = false;
      // A slice that no family is in, in all the country, says nothing of any place.
      let areSlicesEmpty = true;
      for (const [row, { block, slice }] of groups) {
        const isMine = mine(row);
        if (row.inSlices > 0 && (isMine || !isSliced)) areSlicesEmpty = false;
        if (!isMine) continue;
        ownBlocks.add(block, row.inPlaces);
        if (row.taken === 0) continue;
        ownCells.add(`${block} ${slice}`, row.taken);
        isTooRare ||= slice === undefined;
      }
      if (ownCells.isEmpty) return tellsNone || areSlicesEmpty || ownBlocks.isEmpty;
      return !isTooRare && ownCells.isWholeIn(cells) && ownBlocks.isWholeIn(blocks);
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

/** Currencies are a dimension of sums, but not of counts. */
export function withoutCurrency(row: CellRow): CellRow {
  return { ...row, slice: row.slice.slice(0, -1) };
}
