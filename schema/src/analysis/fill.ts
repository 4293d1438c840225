import { argumentError } from "../errors.ts";
import type { AnalysisRow, KeyValue } from "./analysis.ts";
import type { Dimension } from "./dimensions.ts";
import { emptyRow } from "./row.ts";

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
  const nameOf = (key: AnalysisRow["key"], only: (name: string) => boolean) =>
    JSON.stringify(keys.filter(only).map((name) => key[name]));
  const known = new Set(rows.map(({ key }) => nameOf(key, () => true)));
  const combinations = new Map(rows.map((row) => [nameOf(row.key, (name) => !isPeriod(name)), row]));
  const periods = periodsBetween(
    from,
    to,
    keys.some((key) => periodOf(key) === "quarter"),
  );
  const added = [...combinations.values()].flatMap((row) =>
    periods.flatMap((period) => {
      const key = Object.fromEntries(
        keys.map((name): [string, KeyValue] => [name, period[periodOf(name) ?? "none"] ?? row.key[name] ?? null]),
      );
      return known.has(nameOf(key, () => true)) ? [] : [emptyRow(key, row.ranks)];
    }),
  );
  // With periods that were not there, their places among one another are new.
  return [...rows, ...added].map((row) => ({
    ...row,
    ranks: { ...row.ranks, ...periodRanks(row, keys.filter(isPeriod)) },
  }));
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

function periodRanks({ key }: AnalysisRow, periods: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    periods.map((name) => {
      const value = key[name];
      if (value === null || value === undefined) return [name, Number.MAX_SAFE_INTEGER];
      return [name, Number(String(value).replace("-Q", ""))];
    }),
  );
}
