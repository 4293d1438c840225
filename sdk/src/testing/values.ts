import { argumentError } from "../../../schema/src/errors.ts";
import type { Row } from "./record-store.ts";

export const moneyOf = (amount: unknown, currency: unknown) => ({ amount: Number(amount).toFixed(2), currency });

/** What the given names of an object are columns of; null where one of them has no value. */
export function partOf(row: Row, columns: Readonly<Record<string, string>>): object | null {
  const parts = Object.entries(columns).map(([name, column]) => [name, row[column]] as const);
  return parts.some(([, value]) => value === null) ? null : Object.fromEntries(parts);
}

/** @throws {GraphQLError} `BAD_ARGUMENT` when the years are not in order */
export function incomeChange(incomes: readonly Row[], from: number, to: number): object | null {
  if (from >= to) {
    throw argumentError("BAD_ARGUMENT", "to", `to must be a later year than from (${from}), not ${to}.`);
  }
  const [first, last] = [from, to].map((year) => incomes.find((income) => income.year === year));
  if (!first || !last) return null;
  const [before, after] = [Number(first.netIncome), Number(last.netIncome)];
  return {
    from: moneyOf(before, first.currency),
    to: moneyOf(after, last.currency),
    percent: before === 0 || first.currency !== last.currency ? null : (after / before - 1) * 100,
  };
}

/** Without the last digits, which binary fractions make up: decimals have 15 that count. */
export const exact = (value: number): number => Number(value.toPrecision(15));

/** To so many digits behind the point; halves go up, as decimals do. */
export function rounded(value: number, digits: number): number {
  const unit = 10 ** digits;
  return Math.round(exact(value * unit)) / unit;
}

/** Works something out when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
