import { DatePrecision } from "@chacra/prisma";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";

const DatePrecisionType = enumType("DatePrecision", DatePrecision, "How exactly a date is known.", {
  DAY: "To the day.",
  MONTH: "To the month; the day is the first or last of it.",
  YEAR: "To the year; the day is the first or last of it.",
});

interface PartialDateShape {
  date: Date;
  precision: DatePrecision;
}

export const PartialDate = builder.objectRef<PartialDateShape>("PartialDate").implement({
  description: "A date that may be known only to the month or the year.",
  fields: (t) => ({
    date: t.expose("date", {
      type: "Date",
      description: "The day, or the first or last day of the time that is known.",
    }),
    precision: t.expose("precision", { type: DatePrecisionType, description: "How much of the date is known." }),
  }),
});

export function partialDate(date: Date | null, precision: DatePrecision | null): PartialDateShape | null {
  return date && precision ? { date, precision } : null;
}
