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
 * An aggregate in SQL, as text so that no digit is lost. Amounts of several currencies give no value.
 */
export function aggregateSql(measure: Measure, aggregate: string, from: From): string {
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
      return `min(${value})`;
    case "maximum":
      return `max(${value})`;
    case "median":
      return measure.kind === "number" ? `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${value})` : exactMedian(value);
    default:
      throw new Error(`There is no measure ${aggregate}.`);
  }
}

/**
 * The mean of the two in the middle, as exact as the amounts are: of an even number, the first value at or after the middle and the
 * first after it.
 */
function exactMedian(value: string): string {
  const middle = `(percentile_disc(ARRAY[0.5, 0.5000000001]) WITHIN GROUP (ORDER BY ${value}))`;
  return `((${middle}[1] + ${middle}[2]) / 2)`;
}
