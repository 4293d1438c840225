import { Prisma } from "@chacra/prisma";
import type { Suppression } from "../access/suppression.ts";
import type { Cell, Columns } from "./columns.ts";
import { isOfOneRecord } from "./measures.ts";
import type { Total } from "./total.ts";

/** One row of an analysis. */
export interface AnalysisRow {
  columns: Columns;
  cells: readonly Cell[];
  /** What all records come to, of which the row is a share; undefined where it is not told. */
  total: Total | undefined;
  suppressed: Suppression | undefined;
  /** To the multiples of what numbers of a household's own records are rounded, where records are hidden from the viewer. */
  roundedTo: number | undefined;
}

export function toRow(columns: Columns, cells: readonly Cell[]): AnalysisRow {
  return { columns, cells, total: undefined, suppressed: undefined, roundedTo: undefined };
}

/** A row of no records: its sums are nothing, the rest has no value. */
export function emptyRow(columns: Columns): AnalysisRow {
  const cells = columns.names.map((): Cell => null);
  cells[columns.count] = 0;
  return toRow(columns, cells);
}

const at = (cells: readonly Cell[], index: number | undefined): Cell =>
  index === undefined ? null : (cells[index] ?? null);

/** The value of a dimension that it is grouped by; the id of a record. */
export const keyOf = ({ columns, cells }: AnalysisRow, name: string): Cell => at(cells, columns.keys.get(name));

/** The place of the key's value among all values of its dimension; null of none. */
export const rankOf = ({ columns, cells }: AnalysisRow, name: string): number | null =>
  at(cells, columns.ranks.get(name)) as number | null;

export const wholeOf = ({ columns, cells }: AnalysisRow, name: string): Cell => at(cells, columns.wholes.get(name));

/** Number of records, told or not. */
export const sizeOf = ({ columns, cells }: AnalysisRow): number => cells[columns.count] as number;

/** Number of families, told or not; 0 where they are not counted. */
export const familiesOf = ({ columns, cells }: AnalysisRow): number => (at(cells, columns.families) as number) ?? 0;

/** What is told of a row: nothing where it is suppressed. */
export const countOf = (row: AnalysisRow): number | null => (row.suppressed ? null : sizeOf(row));

export function shareOf(row: AnalysisRow): number | null {
  return row.suppressed || !row.total || row.total.count === 0 ? null : sizeOf(row) / row.total.count;
}

export function distinctOf({ columns, cells, suppressed, roundedTo }: AnalysisRow, name: string): number | null {
  if (suppressed) return null;
  const count = (at(cells, columns.distinct.get(name)) as number | null) ?? 0;
  // How many are in one group and not in another would be told by the numbers of both; roughly, it is not.
  const isRough = roundedTo !== undefined && columns.analysis.distinct[name]?.ofHouseholds;
  return isRough ? Math.round(count / roundedTo) * roundedTo : count;
}

/** The aggregate of a measure; a sum of no records is nothing. */
export function valueOfMeasure(row: AnalysisRow, measure: string, aggregate: string): string | null {
  if (row.suppressed) return null;
  if (aggregate === "share") return partOf(row, measure);
  if (row.roundedTo !== undefined && isOfOneRecord(aggregate)) return null;
  const value = sumOrOther(row, measure, aggregate);
  return value ?? (aggregate === "sum" && sizeOf(row) === 0 ? "0" : null);
}

/** Amounts of several currencies have no sum. */
function sumOrOther({ columns, cells }: AnalysisRow, measure: string, aggregate: string): string | null {
  const currency = columns.currencies.get(measure);
  if (currency !== undefined && cells[currency] === null) return null;
  return at(cells, columns.value(measure, aggregate)) as string | null;
}

function partOf(row: AnalysisRow, measure: string): string | null {
  const whole = row.total?.sums.get(measure);
  if (!whole || whole.isZero()) return null;
  return new Prisma.Decimal(sumOrOther(row, measure, "sum") ?? 0).div(whole).toString();
}

/** The currency of a measure of money; null where there is none, or several. */
export const currencyOf = ({ columns, cells }: AnalysisRow, measure: string): string | null =>
  at(cells, columns.currencies.get(measure)) as string | null;
