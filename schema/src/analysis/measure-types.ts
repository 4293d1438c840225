import { Prisma } from "@chacra/prisma";
import { enclosedPolicy } from "../access/policy.ts";
import { builder } from "../builder.ts";
import { DecimalFilter, FloatFilter } from "../connection/filter.ts";
import { SortDirection } from "../connection/order.ts";
import type { GraphContext } from "../context.ts";
import { CurrencyType } from "../money.ts";
import type { Analysis } from "./analysis.ts";
import { isOfOneRecord, type MeasureKind } from "./measures.ts";
import { type AnalysisRow, currencyOf, valueOfMeasure } from "./row.ts";
import { maySeeSingleValues } from "./single-values.ts";

/** The aggregates of one measure in one row. */
export interface Measured {
  analysis: Analysis;
  row: AnalysisRow;
  measure: string;
}

const shared = {
  sum: "The sum; 0 of no records.",
  average: "The arithmetic mean of the records that have a value, in the unit of the measure; null without any.",
  minimum: "The smallest value, in the unit of the measure; null without any.",
  maximum: "The largest value, in the unit of the measure; null without any.",
  median:
    "The value in the middle, or the mean of the two in the middle, in the unit of the measure; null without any.",
  share:
    "The sum as a part of the sum of all records that meet the where, from 0 to 1; null when that is 0, or not told.",
};

/** What can be asked of a measure of each kind: the aggregates and what they are. */
const aggregates: Record<MeasureKind, { name: string; description: string; aggregates: Record<string, string> }> = {
  number: {
    name: "NumberMeasures",
    description: "Aggregates of a number, in its unit.",
    aggregates: shared,
  },
  money: {
    name: "MoneyMeasures",
    description:
      "Aggregates of amounts of money; null when the amounts are of several currencies: group by currency, or choose one in the where.",
    aggregates: { ...shared, sum: "The sum; 0 of no records, null of several currencies." },
  },
  ratio: {
    name: "RatioMeasures",
    description: "The ratio of two numbers, taken in two ways, which are different figures.",
    aggregates: {
      ratioOfSums:
        "The sum of the first over the sum of the second, which is also the ratio of their averages: large records weigh more. Null when the second is 0.",
      averageOfRatios:
        "The mean of each record's own ratio, in the unit of the measure: all records weigh the same. Null without any.",
    },
  },
  change: {
    name: "ChangeMeasures",
    description: "How much larger the last value is than the first, taken in two ways, which are different figures.",
    aggregates: {
      changeOfAverages:
        "The average of the last values over the average of the first, less one, in percent: large records weigh more.",
      averageOfChanges: "The mean of each record's own change, in percent: all records weigh the same.",
    },
  },
};

const isDecimal = (kind: MeasureKind, aggregate: string) => kind === "money" && aggregate !== "share";

function measureType(kind: MeasureKind) {
  const { name, description, aggregates: own } = aggregates[kind];
  enclosedPolicy(name, ...Object.keys(own), ...(kind === "money" ? ["currency"] : []));
  const read = (aggregate: string) =>
    isOfOneRecord(aggregate)
      ? ({ analysis, row, measure }: Measured, _args: object, context: GraphContext) => {
          maySeeSingleValues(context, analysis, measure, aggregate, row);
          return valueOfMeasure(row, measure, aggregate);
        }
      : ({ row, measure }: Measured) => valueOfMeasure(row, measure, aggregate);
  return builder.objectRef<Measured>(name).implement({
    description,
    fields: (t) => ({
      ...(kind === "money" && {
        currency: t.field({
          type: CurrencyType,
          nullable: true,
          description: "The currency of the amounts; null without any, or with several.",
          resolve: ({ row, measure }) => currencyOf(row, measure) as "USD" | null,
        }),
      }),
      ...Object.fromEntries(
        Object.entries(own).map(([aggregate, description]) => {
          const value = read(aggregate);
          const field = isDecimal(kind, aggregate)
            ? t.field({
                type: "Decimal",
                nullable: true,
                description,
                resolve: (parent, args, context) => {
                  const amount = value(parent, args, context);
                  return amount === null ? null : new Prisma.Decimal(amount).toFixed(2);
                },
              })
            : t.float({
                nullable: true,
                description,
                resolve: (parent, args, context) => {
                  const number = value(parent, args, context);
                  return number === null ? null : Number(number);
                },
              });
          return [aggregate, field];
        }),
      ),
    }),
  });
}

function measureFilter(kind: MeasureKind) {
  const { name, aggregates: own } = aggregates[kind];
  return builder.inputType(`${name}Filter`, {
    description: "Conditions on the aggregates of a measure; all that are given must hold.",
    fields: (t) =>
      Object.fromEntries(
        Object.entries(own).map(([aggregate, description]) => [
          aggregate,
          t.field({ type: isDecimal(kind, aggregate) ? DecimalFilter : FloatFilter, description }),
        ]),
      ),
  });
}

function measureOrder(kind: MeasureKind) {
  const { name, aggregates: own } = aggregates[kind];
  return builder.inputType(`${name}OrderBy`, {
    description: "The aggregate of a measure to sort by.",
    isOneOf: true,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(own).map(([aggregate, description]) => [
          aggregate,
          t.field({ type: SortDirection, description }),
        ]),
      ),
  });
}

function typesOf(kind: MeasureKind) {
  return { ref: measureType(kind), filter: measureFilter(kind), orderBy: measureOrder(kind) };
}

export const measureTypes: Record<MeasureKind, ReturnType<typeof typesOf>> = {
  number: typesOf("number"),
  money: typesOf("money"),
  ratio: typesOf("ratio"),
  change: typesOf("change"),
};
