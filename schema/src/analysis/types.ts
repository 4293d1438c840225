import { enclosedPolicy, isProtected } from "../access/policy.ts";
import { SuppressionType } from "../access/suppression.ts";
import { builder } from "../builder.ts";
import { FloatFilter, IntFilter } from "../connection/filter.ts";
import type { WhereValue } from "../connection/logic.ts";
import { SortDirection } from "../connection/order.ts";
import type { Analysis, AnalysisResult } from "./analysis.ts";
import { type Dimension, isRecord } from "./dimensions.ts";
import { type RowWithRecords, withRecords } from "./key-records.ts";
import { measureTypes } from "./measure-types.ts";
import { countOf, distinctOf, keyOf, shareOf } from "./row.ts";

/** The types of an analysis in the graph. */
export interface AnalysisTypes extends Analysis {
  ref: ReturnType<typeof resultType>;
  having: ReturnType<typeof havingType>;
  orderBy: ReturnType<typeof orderType>;
}

/** Declares the types of an analysis. */
export function analysisTypes(analysis: Analysis): AnalysisTypes {
  return { ...analysis, ref: resultType(analysis), having: havingType(analysis), orderBy: orderType(analysis) };
}

export const YearRange = builder.inputType("YearRange", {
  description: "Calendar years, both included.",
  fields: (t) => ({
    from: t.int({ required: true, description: "First year." }),
    to: t.int({ required: true, description: "Last year." }),
  }),
});

function resultType(analysis: Analysis) {
  const { name, plural } = analysis;
  const isGuarded = isProtected(analysis.policy);
  const row = rowType(analysis);
  const ref = builder.objectRef<AnalysisResult>(`${name}Analysis`);
  enclosedPolicy(ref.name, "rows", "rowCount", ...(isGuarded ? ["suppressed"] : []));
  return ref.implement({
    description: `Measures of ${plural}, by what they are grouped by.`,
    fields: (t) => ({
      rows: t.field({
        type: [row],
        description: "One row for each combination of the fields selected in key.",
        resolve: ({ rows }, _args, context, info) => withRecords(rows, analysis, context, info),
      }),
      rowCount: t.exposeInt("rowCount", { description: "Number of rows, before first." }),
      ...(isGuarded && {
        suppressed: t.expose("suppressed", {
          type: SuppressionType,
          nullable: true,
          description:
            "Rows are left out that would tell of fewer families than this, or help to work that out; said to the public whether there are such rows or not, and null to who may read the records.",
        }),
      }),
    }),
  });
}

function rowType(analysis: Analysis) {
  const { name, plural, measures, distinct } = analysis;
  const key = keyType(analysis);
  const ref = builder.objectRef<RowWithRecords>(`${name}AnalysisRow`);
  const hasDistinct = Object.keys(distinct).length > 0;
  const isGuarded = isProtected(analysis.policy);
  enclosedPolicy(
    ref.name,
    "key",
    "count",
    "share",
    ...(isGuarded ? ["suppressed"] : []),
    ...(hasDistinct ? ["countDistinct"] : []),
    ...Object.keys(measures),
  );
  return ref.implement({
    description: `Measures of some ${plural}.`,
    fields: (t) => ({
      key: t.field({
        type: key,
        description: `What the ${plural} of the row have in common. The fields selected here are what the rows are grouped by: three at most, none for one row of all.`,
        resolve: (row) => row,
      }),
      count: t.int({
        nullable: isGuarded as false,
        description: `Number of ${plural}${isGuarded ? "; null only when suppressed" : ""}.`,
        resolve: (row) => countOf(row) as number,
      }),
      ...(isGuarded && {
        suppressed: t.field({
          type: SuppressionType,
          nullable: true,
          description: "Why the measures of the row are not told; null when they are.",
          resolve: ({ suppressed }) => suppressed ?? null,
        }),
      }),
      share: t.float({
        nullable: true,
        description: `Number of ${plural} as a part of all that meet the where, from 0 to 1; null when there are none, or not told.`,
        resolve: shareOf,
      }),
      ...(hasDistinct && {
        countDistinct: t.field({
          type: distinctType(analysis),
          description: `Numbers of different records that the ${plural} belong to.`,
          resolve: (row) => row,
        }),
      }),
      ...Object.fromEntries(
        Object.entries(measures).map(([measure, { kind, description }]) => [
          measure,
          t.field({
            type: measureTypes[kind].ref,
            description,
            resolve: (row) => ({ analysis, row, measure }),
          }),
        ]),
      ),
    }),
  });
}

function keyType({ name, plural, dimensions, policy: { rows } }: Analysis) {
  const ref = builder.objectRef<RowWithRecords>(`${name}AnalysisKey`);
  enclosedPolicy(ref.name, ...Object.keys(dimensions));
  return ref.implement({
    description: `What ${plural} can be grouped by.${rows.kind === "open" ? "" : " Not everyone may group by everything."}`,
    fields: (t) => {
      const declare = (field: string, { type, nullable, description }: Dimension) => {
        if (!isRecord(type)) {
          return t.field({
            type: type as "String",
            nullable: nullable as false,
            description,
            resolve: (row) => keyOf(row, field) as string,
          });
        }
        return t.field({
          type: type.node(),
          nullable: nullable as false,
          description,
          resolve: (row) => (row.records.get(field)?.get(keyOf(row, field)) ?? null) as never,
        });
      };
      return Object.fromEntries(
        Object.entries(dimensions).map(([field, dimension]) => [field, declare(field, dimension)]),
      );
    },
  });
}

function distinctType({ name, plural, distinct, policy }: Analysis) {
  const ref = builder.objectRef<RowWithRecords>(`${name}DistinctCounts`);
  enclosedPolicy(ref.name, ...Object.keys(distinct));
  return ref.implement({
    description: `Numbers of different records that ${plural} belong to.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(distinct).map(([field, { description, ofHouseholds }]) => [
          field,
          t.int({
            nullable: isProtected(policy) as false,
            description: `${description}${ofHouseholds ? " To the public it is told to the nearest ten." : ""}`,
            resolve: (row) => distinctOf(row, field) as number,
          }),
        ]),
      ),
  });
}

function havingType({ name, plural, measures, distinct }: Analysis) {
  const ref = builder.inputRef<WhereValue>(`${name}AnalysisHaving`);
  const counts = Object.keys(distinct).length > 0 && distinctFilter(name, distinct);
  ref.implement({
    description: `Which rows of an analysis of ${plural} to keep; all conditions given must hold. What has no value meets no comparison.`,
    fields: (t) => ({
      AND: t.field({ type: [ref], description: "All of these hold." }),
      OR: t.field({ type: [ref], description: "At least one of these holds." }),
      NOT: t.field({ type: [ref], description: "None of these holds." }),
      count: t.field({ type: IntFilter, description: `Number of ${plural}.` }),
      share: t.field({ type: FloatFilter, description: "The part of all, from 0 to 1." }),
      ...(counts && { countDistinct: t.field({ type: counts, description: "Numbers of different records." }) }),
      ...Object.fromEntries(
        Object.entries(measures).map(([measure, { kind, description }]) => [
          measure,
          t.field({ type: measureTypes[kind].filter, description }),
        ]),
      ),
    }),
  });
  return ref;
}

function distinctFilter(name: string, distinct: Analysis["distinct"]) {
  return builder.inputType(`${name}DistinctCountsFilter`, {
    description: "Conditions on numbers of different records; all that are given must hold.",
    fields: (t) =>
      Object.fromEntries(
        Object.entries(distinct).map(([field, { description }]) => [field, t.field({ type: IntFilter, description })]),
      ),
  });
}

function orderType({ name, plural, measures, distinct, dimensions }: Analysis) {
  const sorts = (suffix: string, what: string, fields: Record<string, { description: string }>) =>
    builder.inputType(`${name}${suffix}OrderBy`, {
      description: what,
      isOneOf: true,
      fields: (t) =>
        Object.fromEntries(
          Object.entries(fields).map(([field, { description }]) => [
            field,
            t.field({ type: SortDirection, description }),
          ]),
        ),
    });
  const ref = builder.inputRef<Record<string, unknown>>(`${name}AnalysisOrderBy`);
  const key = sorts("AnalysisKey", "The field of key to sort by, which has to be selected.", dimensions);
  const counts = Object.keys(distinct).length > 0 && sorts("DistinctCounts", "The number to sort by.", distinct);
  ref.implement({
    description: `What to sort the rows of an analysis of ${plural} by.`,
    isOneOf: true,
    fields: (t) => ({
      key: t.field({ type: key, description: "By what the rows are grouped by: places by their code." }),
      count: t.field({ type: SortDirection, description: `By the number of ${plural}.` }),
      share: t.field({ type: SortDirection, description: "By the part of all." }),
      ...(counts && { countDistinct: t.field({ type: counts, description: "By a number of different records." }) }),
      ...Object.fromEntries(
        Object.entries(measures).map(([measure, { kind, description }]) => [
          measure,
          t.field({ type: measureTypes[kind].orderBy, description }),
        ]),
      ),
    }),
  });
  return ref;
}
