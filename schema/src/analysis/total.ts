import { Prisma } from "@chacra/prisma";
import { type AnalysisRow, currencyOf, sizeOf, valueOfMeasure } from "./row.ts";

/** What all records come to, of which rows are shares. */
export interface Total {
  count: number;
  /** The sums of measures; undefined where there is none, for amounts of several currencies. */
  sums: ReadonlyMap<string, Prisma.Decimal | undefined>;
}

/**
 * What some rows come to: where every record is in one of them, that is the total.
 *
 * @param measures of which shares are asked for
 */
export function addUp(rows: readonly AnalysisRow[], measures: readonly string[]): Total {
  const sumOf = (measure: string) => {
    const currencies = new Set(rows.map((row) => currencyOf(row, measure)));
    const sums = rows.map((row) => valueOfMeasure(row, measure, "sum"));
    return currencies.size > 1 || sums.includes(null)
      ? undefined
      : Prisma.Decimal.sum(0, ...sums.map((sum) => sum ?? 0));
  };
  return {
    count: rows.reduce((sum, row) => sum + sizeOf(row), 0),
    sums: new Map(measures.map((measure) => [measure, sumOf(measure)])),
  };
}
