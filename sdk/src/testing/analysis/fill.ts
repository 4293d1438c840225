import { argumentError } from "../../../../schema/src/errors.ts";

const MOST_YEARS = 100;

type Key = ReadonlyMap<string, unknown>;

/**
 * The keys of rows that are missing: each year or quarter of a range with each combination of the other values.
 *
 * @throws {GraphQLError} `BAD_ARGUMENT` when the rows are of no period, or the range is none
 */
export function missingKeys(
  keys: readonly Key[],
  periods: ReadonlyMap<string, "year" | "quarter">,
  { from, to }: { from: number; to: number },
): Key[] {
  if (periods.size === 0) {
    const message = "fillYears fills empty periods: select a year or quarter in key.";
    throw argumentError("BAD_ARGUMENT", "fillYears", message);
  }
  if (from > to || to - from >= MOST_YEARS) {
    const message = `fillYears goes from a year to the same or a later one, over ${MOST_YEARS} years at most, not from ${from} to ${to}.`;
    throw argumentError("BAD_ARGUMENT", "fillYears", message);
  }
  const nameOf = (key: Key) => JSON.stringify([...key]);
  const others = new Map(keys.map((key) => [JSON.stringify([...key].filter(([name]) => !periods.has(name))), key]));
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const byQuarter = [...periods.values()].includes("quarter");
  const times = years.flatMap((year) =>
    byQuarter ? [1, 2, 3, 4].map((quarter) => ({ year, quarter: `${year}-Q${quarter}` })) : [{ year, quarter: "" }],
  );
  const known = new Set(keys.map(nameOf));
  const filled = [...others.values()].flatMap((key) =>
    times.map((time): Key => {
      const timely = ([name, value]: [string, unknown]): [string, unknown] => {
        const period = periods.get(name);
        return [name, period ? time[period] : value];
      };
      return new Map([...key].map(timely));
    }),
  );
  return filled.filter((key) => !known.has(nameOf(key)));
}
