import { argumentError } from "../errors.ts";
import type { Cell } from "./columns.ts";
import type { Dimension } from "./dimensions.ts";
import { type AnalysisRow, emptyRow, keyOf } from "./row.ts";

const MOST_YEARS = 100;

/**
 * Adds a row for each year or quarter of a range in which there is none, with each combination of the other values.
 *
 * @throws {GraphQLError} `BAD_ARGUMENT` when the rows are of no period, or the range is none
 */
export function fillYears(
  rows: readonly AnalysisRow[],
  keys: readonly string[],
  dimensions: Readonly<Record<string, Dimension>>,
  { from, to }: { from: number; to: number },
): AnalysisRow[] {
  const periodOf = (key: string) => dimensions[key]?.period;
  if (!keys.some(periodOf)) {
    throw argumentError("BAD_ARGUMENT", "fillYears", "fillYears fills empty periods: select a year or quarter in key.");
  }
  if (from > to || to - from >= MOST_YEARS) {
    const range = `from ${from} to ${to}`;
    throw argumentError(
      "BAD_ARGUMENT",
      "fillYears",
      `fillYears goes from a year to the same or a later one, over ${MOST_YEARS} years at most, not ${range}.`,
    );
  }
  const isPeriod = (key: string) => periodOf(key) !== undefined;
  const nameOf = (row: AnalysisRow, only: (name: string) => boolean) =>
    JSON.stringify(keys.filter(only).map((name) => keyOf(row, name)));
  const known = new Set(rows.map((row) => nameOf(row, () => true)));
  const combinations = new Map(rows.map((row) => [nameOf(row, (name) => !isPeriod(name)), row]));
  const periods = periodsBetween(
    from,
    to,
    keys.some((key) => periodOf(key) === "quarter"),
  );
  const added = [...combinations.values()].flatMap((row) =>
    periods.flatMap((period) => {
      const empty = emptyLike(row, (key) => period[periodOf(key) ?? "none"]);
      return known.has(nameOf(empty, () => true)) ? [] : [empty];
    }),
  );
  // With periods that were not there, their places among one another are new.
  return [...rows, ...added].map((row) => withPeriodRanks(row, keys.filter(isPeriod)));
}

/** A row of no records, with the key of another but for the period. */
function emptyLike(row: AnalysisRow, valueOfPeriod: (key: string) => Cell | undefined): AnalysisRow {
  const { columns, cells } = row;
  const empty = emptyRow(columns);
  const own = [...empty.cells];
  for (const [key, index] of columns.keys) own[index] = valueOfPeriod(key) ?? keyOf(row, key);
  for (const index of columns.ranks.values()) own[index] = cells[index] ?? null;
  return { ...empty, cells: own };
}

interface Period {
  year: number;
  quarter?: string;
  none?: undefined;
}

function periodsBetween(from: number, to: number, byQuarter: boolean): Period[] {
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return years.flatMap((year) =>
    byQuarter ? [1, 2, 3, 4].map((quarter) => ({ year, quarter: `${year}-Q${quarter}` })) : [{ year }],
  );
}

function withPeriodRanks(row: AnalysisRow, periods: readonly string[]): AnalysisRow {
  const cells = [...row.cells];
  for (const name of periods) {
    const [value, index] = [keyOf(row, name), row.columns.ranks.get(name)];
    if (index !== undefined && value !== null) cells[index] = Number(String(value).replace("-Q", ""));
  }
  return { ...row, cells };
}
