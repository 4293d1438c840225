import type { Analysis, AnalysisRow, KeyValue } from "./analysis.ts";
import type { Asked } from "./selection.ts";
import type { RawGroup } from "./statement.ts";

/** A row as the database gives it. */
export function toRow(group: RawGroup, { keys, distinct, aggregates }: Asked, { measures }: Analysis): AnalysisRow {
  const named = <T>(names: readonly string[], letter: string) =>
    Object.fromEntries(names.map((name, i) => [name, group[`${letter}${i}`] as T]));
  const currencies = Object.fromEntries(
    aggregates.flatMap((name, i) => {
      const [measure = ""] = name.split(".");
      return measures[measure]?.kind === "money" ? [[measure, group[`c${i}`] as string | null]] : [];
    }),
  );
  const values = named<string | null>(aggregates, "a");
  for (const name of aggregates) {
    const [measure = ""] = name.split(".");
    // Amounts of several currencies have no sum.
    if (measure in currencies && currencies[measure] === null && group.count > 0) values[name] = null;
  }
  return {
    key: named<KeyValue>(keys, "k"),
    ranks: named<number>(keys, "r"),
    count: group.count,
    families: group.families,
    wholes: named<number>(keys, "w"),
    share: null,
    countDistinct: named<number>(distinct, "d"),
    values,
    currencies,
    hidesRecords: false,
  };
}

/** A row of no records: its sums are nothing, the rest has no value. */
export function emptyRow(key: AnalysisRow["key"], ranks: AnalysisRow["ranks"]): AnalysisRow {
  return {
    key,
    ranks,
    count: 0,
    wholes: {},
    share: null,
    countDistinct: {},
    values: {},
    currencies: {},
    hidesRecords: false,
  };
}

/** What is told of a row: nothing where it is suppressed. */
export const countOf = ({ count, suppressed }: AnalysisRow): number | null => (suppressed ? null : count);
export const shareOf = ({ share, suppressed }: AnalysisRow): number | null => (suppressed ? null : share);

export function distinctOf({ countDistinct, suppressed }: AnalysisRow, name: string): number | null {
  return suppressed ? null : (countDistinct[name] ?? 0);
}

/** The value of `measure.aggregate`; a sum of no records is nothing. */
export function valueOfMeasure({ values, count, suppressed }: AnalysisRow, name: string): string | null {
  if (suppressed) return null;
  return values[name] ?? (count === 0 && name.endsWith(".sum") ? "0" : null);
}
