import type { PrismaClient } from "@chacra/prisma";
import { tableOf } from "@chacra/prisma/tables";
import fc from "fast-check";
import { delegate, type ModelName } from "../connection/rows.ts";

/** Values of the fields of each model, so that random conditions hold for some rows. */
export type Samples = ReadonlyMap<string, fc.Arbitrary<unknown>>;

const awkward = ["", "%", "_", "\\", "\\%", "'", '"', "$1", "a", "Á", "ñ", "😀", "\u200b", "--", "{}", ",", "NULL"];

/** @returns by `Model.field`; fields of which no row has a value are left out */
export async function takeSamples(prisma: PrismaClient, models: readonly ModelName[]): Promise<Samples> {
  const samples = new Map<string, fc.Arbitrary<unknown>>();
  for (const model of models) {
    const rows = await delegate(prisma, model).findMany({ take: 40, orderBy: { id: "desc" } });
    for (const [field, { type }] of Object.entries(tableOf(model).columns)) {
      const values = rows.map((row) => row[field]).filter((value) => value !== null);
      if (values.length === 0) continue;
      const value = fc.constantFrom(...values);
      samples.set(`${model}.${field}`, type === "text" ? fc.oneof(value, fc.constantFrom(...awkward)) : value);
    }
  }
  return samples;
}

/** Part of a text, and sometimes what LIKE reads in another way. */
export function partOf(texts: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.nat(4), fc.nat(6), fc.constantFrom("", "", "%", "_", "\\"))
    .map(([text, start, length, end]) => String(text).slice(start, start + length) + end);
}
