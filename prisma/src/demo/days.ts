/** The period that the fact sheet speaks of; a day is counted from its first one. */
export const FIRST_YEAR = 2018;
export const LAST_YEAR = 2022;
export const YEARS = [2018, 2019, 2020, 2021, 2022] as const;

const MS_PER_DAY = 86_400_000;
const FIRST_DAY = Date.UTC(FIRST_YEAR, 0, 1);

/** The number of 31 December 2022. */
export const LAST_DAY = dayOf("2022-12-31");

const ISO_DAYS = Array.from({ length: LAST_DAY + 1 }, (_, day) =>
  new Date(FIRST_DAY + day * MS_PER_DAY).toISOString().slice(0, 10),
);

/** The day's number: 0 for 2018-01-01. */
export function dayOf(isoDate: string): number {
  return (Date.parse(`${isoDate}T00:00:00Z`) - FIRST_DAY) / MS_PER_DAY;
}

/**
 * The date as PostgreSQL reads it.
 *
 * @throws {RangeError} when the day is not a whole day of the period
 */
export function isoDay(day: number): string {
  const date = ISO_DAYS[day];
  if (date === undefined) throw new RangeError(`Day ${day} is not in the programme's period.`);
  return date;
}

export function yearOf(day: number): number {
  return Number(isoDay(day).slice(0, 4));
}
