import type { Analysed, Measured } from "../graph-map.ts";
import type { Row } from "../record-store.ts";
import { exact } from "../values.ts";
import type { Reader } from "./reader.ts";

/** Reads an aggregate of some records; null where it has no value. */
export type Aggregate = (name: string) => number | string | null;

/** The aggregates of a measure over some records, of which all of the analysis are the whole. */
export function aggregates(reader: Reader, measure: Measured, rows: readonly Row[], all: readonly Row[]): Aggregate {
  if (measure.kind === "ratio" || measure.kind === "change") return ratios(reader, measure, rows);
  const currencies = (of: readonly Row[]) => {
    const { currency } = measure;
    return currency ? [...new Set(of.map((row) => reader.value(row, currency)))] : [];
  };
  const own = currencies(rows);
  const values = rows.map((row) => reader.product(row, measure.above)).filter((value) => value !== null);
  const hasOneCurrency = measure.kind === "number" || own.length === 1;
  return (name) => {
    if (name === "currency") return own.length === 1 ? String(own[0]) : null;
    if (!hasOneCurrency) return name === "sum" && rows.length === 0 ? 0 : null;
    switch (name) {
      case "sum":
        return sum(values);
      case "average":
        return values.length > 0 ? sum(values) / values.length : null;
      case "minimum":
        return values.length > 0 ? Math.min(...values) : null;
      case "maximum":
        return values.length > 0 ? Math.max(...values) : null;
      case "median":
        return median(values);
      case "share": {
        if (currencies(all).length > 1) return null;
        const whole = sum(all.map((row) => reader.product(row, measure.above) ?? 0));
        return whole === 0 ? null : sum(values) / whole;
      }
      default:
        throw new Error(`There is no measure ${name}.`);
    }
  };
}

function ratios(reader: Reader, { kind, above, below = [] }: Measured, rows: readonly Row[]): Aggregate {
  const pairs = rows.map((row) => [reader.product(row, above), reader.product(row, below)] as const);
  const isKnown = (value: number | null) => value !== null;
  const inPercent = (ratio: number | null) => (ratio === null ? null : kind === "change" ? (ratio - 1) * 100 : ratio);
  return (name) => {
    if (name === "ratioOfSums" || name === "changeOfAverages") {
      const [one, other] = [0, 1].map((i) => sum(pairs.map((pair) => pair[i]).filter((value) => value != null)));
      return inPercent(pairs.length > 0 && one !== undefined && other ? one / other : null);
    }
    const each = pairs.map(([one, other]) => (one !== null && other ? one / other : null)).filter(isKnown);
    return inPercent(each.length > 0 ? each.reduce((total, value) => total + value, 0) / each.length : null);
  };
}

const sum = (values: readonly number[]): number => exact(values.reduce((total, value) => total + value, 0));

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [below, above] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return below === undefined || above === undefined ? null : exact((below + above) / 2);
}

/** The number of different values of a column. */
export function countDifferent(reader: Reader, path: Analysed["distinct"][string], rows: readonly Row[]): number {
  return new Set(rows.flatMap((row) => reader.values(row, path)).filter((value) => value !== null)).size;
}
