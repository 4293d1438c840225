import { builder } from "../builder.ts";

/** Text without case and accents, as the database's search_text() makes it. */
export function searchText(value: string): string {
  return value
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "");
}

export const TextFilter = builder.inputType("TextFilter", {
  description: "Conditions on a text; all that are given must hold.",
  fields: (t) => ({
    equals: t.string({ description: "Is exactly this text." }),
    in: t.stringList({ description: "Is one of these texts." }),
    notIn: t.stringList({ description: "Is none of these texts." }),
    startsWith: t.string({ description: "Begins with exactly this text." }),
    contains: t.string({ description: "Contains this text, without regard to case or accent." }),
    isNull: t.boolean({ description: "True: has no value. False: has a value." }),
  }),
});

export const IntFilter = builder.inputType("IntFilter", {
  description: "Conditions on a whole number; all that are given must hold.",
  fields: (t) => ({
    equals: t.int({ description: "Is this number." }),
    in: t.intList({ description: "Is one of these numbers." }),
    notIn: t.intList({ description: "Is none of these numbers." }),
    lt: t.int({ description: "Is below this number." }),
    lte: t.int({ description: "Is this number or below." }),
    gt: t.int({ description: "Is above this number." }),
    gte: t.int({ description: "Is this number or above." }),
    isNull: t.boolean({ description: "True: has no value. False: has a value." }),
  }),
});

export const FloatFilter = builder.inputType("FloatFilter", {
  description: "Conditions on a number; all that are given must hold.",
  fields: (t) => ({
    equals: t.float({ description: "Is this number." }),
    in: t.floatList({ description: "Is one of these numbers." }),
    notIn: t.floatList({ description: "Is none of these numbers." }),
    lt: t.float({ description: "Is below this number." }),
    lte: t.float({ description: "Is this number or below." }),
    gt: t.float({ description: "Is above this number." }),
    gte: t.float({ description: "Is this number or above." }),
    isNull: t.boolean({ description: "True: has no value. False: has a value." }),
  }),
});

export const DecimalFilter = builder.inputType("DecimalFilter", {
  description: "Conditions on an exact decimal number; all that are given must hold.",
  fields: (t) => ({
    equals: t.field({ type: "Decimal", description: "Is this number." }),
    in: t.field({ type: ["Decimal"], description: "Is one of these numbers." }),
    notIn: t.field({ type: ["Decimal"], description: "Is none of these numbers." }),
    lt: t.field({ type: "Decimal", description: "Is below this number." }),
    lte: t.field({ type: "Decimal", description: "Is this number or below." }),
    gt: t.field({ type: "Decimal", description: "Is above this number." }),
    gte: t.field({ type: "Decimal", description: "Is this number or above." }),
    isNull: t.boolean({ description: "True: has no value. False: has a value." }),
  }),
});

export const DateFilter = builder.inputType("DateFilter", {
  description: "Conditions on a day; all that are given must hold.",
  fields: (t) => ({
    equals: t.field({ type: "Date", description: "Is this day." }),
    in: t.field({ type: ["Date"], description: "Is one of these days." }),
    notIn: t.field({ type: ["Date"], description: "Is none of these days." }),
    lt: t.field({ type: "Date", description: "Is before this day." }),
    lte: t.field({ type: "Date", description: "Is this day or before." }),
    gt: t.field({ type: "Date", description: "Is after this day." }),
    gte: t.field({ type: "Date", description: "Is this day or after." }),
    isNull: t.boolean({ description: "True: has no value. False: has a value." }),
  }),
});

export const BooleanFilter = builder.inputType("BooleanFilter", {
  description: "Condition on a yes or no.",
  fields: (t) => ({
    equals: t.boolean({ description: "Is this." }),
  }),
});
