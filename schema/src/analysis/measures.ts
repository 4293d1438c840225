import type { From } from "../sql/from.ts";

/** What is measured of records, in SQL over one record. */
export type Measure = NumberMeasure | MoneyMeasure | RatioMeasure | ChangeMeasure;

export type MeasureKind = Measure["kind"];

interface Described {
  description: string;
  /** The field of the record that holds it, whose right says who may see single values; the measure's own name when absent. */
  field?: string;
}

export interface NumberMeasure extends Described {
  kind: "number";
  sql(from: From): string;
}

export interface MoneyMeasure extends Described {
  kind: "money";
  sql(from: From): string;
  currency(from: From): string;
}

/** One number over another: the ratio of their sums, and the average of each record's own ratio. */
export interface RatioMeasure extends Described {
  kind: "ratio";
  numerator(from: From): string;
  denominator(from: From): string;
}

/** The ratio less one, in percent. */
export interface ChangeMeasure extends Omit<RatioMeasure, "kind"> {
  kind: "change";
}

/** A number in a column, by its path from the record. */
export function number(path: string, description: string): NumberMeasure {
  return { kind: "number", description, sql: (from) => from.column(path) };
}

/** An amount in a column, with its currency in the column `currency`. */
export function money(path: string, description: string): MoneyMeasure {
  return {
    kind: "money",
    description,
    sql: (from) => from.column(path),
    currency: (from) => from.column("currency"),
  };
}

export function ratio(numerator: string, denominator: string, description: string): RatioMeasure {
  return {
    kind: "ratio",
    description,
    numerator: (from) => from.column(numerator),
    denominator: (from) => from.column(denominator),
  };
}

/** Those whose value is that of one record, or the mean of two. */
export const isOfOneRecord = (aggregate: string): boolean => ["minimum", "maximum", "median"].includes(aggregate);

/**
 * An aggregate in SQL.
 *
 * @param isSorted whether the median is asked for too: what sorts the values has the smallest and the largest at hand
 */
export function aggregateSql(measure: Measure, aggregate: string, from: From, isSorted: boolean): string {
  if (measure.kind === "ratio" || measure.kind === "change") {
    const [above, below] = [measure.numerator(from), measure.denominator(from)];
    const isOfAll = aggregate === "ratioOfSums" || aggregate === "changeOfAverages";
    const ratio = isOfAll
      ? `sum(${above})::numeric / nullif(sum(${below}), 0)`
      : `avg(${above}::numeric / nullif(${below}, 0))`;
    return measure.kind === "change" ? `((${ratio} - 1) * 100)` : `(${ratio})`;
  }
  const value = measure.sql(from);
  switch (aggregate) {
    case "sum":
    case "share":
      return `coalesce(sum(${value}), 0)`;
    case "average":
      return `avg(${value})`;
    case "minimum":
      return isSorted ? `${inOrder(value)}[1]` : `min(${value})`;
    case "maximum":
      return isSorted ? `${inOrder(value)}[4]` : `max(${value})`;
    case "median": {
      const [below, above] = [`${inOrder(value)}[2]`, `${inOrder(value)}[3]`];
      if (measure.kind === "money") return `((${below} + ${above}) / 2)`;
      // As percentile_cont works it out, which would turn each value into a floating-point number, and not just these two.
      return `(${below}::float8 + 0.5::float8 * (${above}::float8 - ${below}::float8))`;
    }
    default:
      throw new Error(`There is no measure ${aggregate}.`);
  }
}

/**
 * The smallest value, the two in the middle, and the largest, sorted once and as exact as the values are. Of an even number, those in
 * the middle are the first value at or after the middle and the first after it.
 */
function inOrder(value: string): string {
  return `(percentile_disc(ARRAY[0, 0.5, 0.5000000001, 1]) WITHIN GROUP (ORDER BY ${value}))`;
}
