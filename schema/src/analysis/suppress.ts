import type { Suppression } from "../access/suppression.ts";
import { compareRows } from "./order.ts";
import { type AnalysisRow, familiesOf, rankOf, sizeOf, wholeOf } from "./row.ts";

/**
 * Suppresses the rows of small groups for a viewer who may read the records: so that a table which is passed on tells of no
 * small group. First every row of fewer families than the threshold; then, wherever such a row could be worked out by taking its
 * neighbours from their total, the smallest neighbour too. Neighbours are rows that differ in one field of the key, places only
 * within their region.
 */
export function suppressSmall(
  rows: readonly AnalysisRow[],
  keys: readonly string[],
  suppressed: Suppression,
): AnalysisRow[] {
  const { threshold } = suppressed;
  const small = new Set(rows.filter((row) => familiesOf(row) > 0 && familiesOf(row) < threshold));
  // Of neighbours of one size it has to be the same at every answer, whatever order the rows came in.
  const sorted = small.size > 0 ? rows.toSorted(compareRows([], keys)) : rows;
  const lines = small.size > 0 ? linesOf(sorted, keys) : [];
  for (let grew = true; grew; ) {
    grew = false;
    for (const line of lines) {
      const hidden = line.filter((row) => small.has(row));
      const families = hidden.reduce((sum, row) => sum + familiesOf(row), 0);
      if (hidden.length === 0 || (hidden.length > 1 && families >= threshold)) continue;
      const neighbour = smallest(line.filter((row) => sizeOf(row) > 0 && !small.has(row)));
      if (!neighbour) continue;
      small.add(neighbour);
      grew = true;
    }
  }
  return sorted.map((row) => (small.has(row) ? { ...row, suppressed } : row));
}

/** For each field of the key, the rows that differ in it alone. */
function linesOf(rows: readonly AnalysisRow[], keys: readonly string[]): AnalysisRow[][] {
  return keys.flatMap((along) => {
    const others = keys.filter((name) => name !== along);
    // Ranks tell values apart as the values themselves do.
    const nameOf = (row: AnalysisRow) =>
      others.reduce((name, other) => `${name} ${rankOf(row, other)}`, `${wholeOf(row, along)}`);
    return [...Map.groupBy(rows, nameOf).values()];
  });
}

function smallest(rows: readonly AnalysisRow[]): AnalysisRow | undefined {
  const [first, ...others] = rows;
  return first && others.reduce((least, row) => (sizeOf(row) < sizeOf(least) ? row : least), first);
}
