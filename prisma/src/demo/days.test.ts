import { expect, test } from "vitest";
import { dayOf, isoDay, LAST_DAY, yearOf } from "./days.ts";

test("days are counted from 2018-01-01 to 2022-12-31, leap day and all", () => {
  expect(isoDay(0)).toBe("2018-01-01");
  expect(isoDay(LAST_DAY)).toBe("2022-12-31");
  expect(isoDay(dayOf("2020-02-29"))).toBe("2020-02-29");
  expect(yearOf(dayOf("2019-12-31"))).toBe(2019);
});

test("a day outside the period is refused", () => {
  expect(() => isoDay(LAST_DAY + 1)).toThrow(RangeError);
  expect(() => isoDay(-1)).toThrow(RangeError);
  expect(() => isoDay(0.5)).toThrow(RangeError);
});
