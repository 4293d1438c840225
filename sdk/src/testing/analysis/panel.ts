import { argumentError } from "../../../../schema/src/errors.ts";
import type { RecordStore, Row } from "../record-store.ts";

const MOST_YEARS = 20;

/** Which families are looked at, those with an income in every year, and the ways to the first and the last of these. */
interface Panel {
  ways: ReadonlyMap<string, (row: Row) => Row | undefined>;
  isIn: (row: Row) => boolean;
}

/** @throws {GraphQLError} `BAD_ARGUMENT` when the years are not in order */
export function panelOf(
  store: RecordStore,
  names: readonly string[] | undefined,
  { from = 0, to = 0 }: { from?: number; to?: number },
): Panel {
  if (!names) return { ways: new Map(), isIn: () => true };
  if (from >= to || to - from >= MOST_YEARS) {
    const message = `to must be later than from (${from}) by less than ${MOST_YEARS} years, not ${to}.`;
    throw argumentError("BAD_ARGUMENT", "to", message);
  }
  const income = (row: Row, year: number) => store.many(row, "incomes").find((one) => one.year === year);
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const [first = "", last = ""] = names;
  return {
    ways: new Map([
      [first, (row) => income(row, from)],
      [last, (row) => income(row, to)],
    ]),
    isIn: (row) => years.every((year) => income(row, year)),
  };
}
