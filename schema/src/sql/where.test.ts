import { type Database, fillDemo } from "@chacra/prisma";
import { tableOf } from "@chacra/prisma/tables";
import { testLocations } from "@chacra/prisma/testing";
import fc from "fast-check";
import { coerceInputValue, isInputObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewerOf } from "../access/viewer.ts";
import { delegate, type ModelName } from "../connection/rows.ts";
import { whereOf } from "../connection/where.ts";
import { schema } from "../index.ts";
import { arbitraryInput } from "../testing/arbitrary-input.ts";
import { From } from "./from.ts";
import { Params, quote } from "./params.ts";
import { compileWhere, compileWhereOf } from "./where.ts";

const steward = viewerOf("steward", "test", "tests");

/** The models that the graph filters. */
const models = Object.values(schema.getTypeMap()).flatMap((type) => {
  const [, model] = /^(\w+)(?<!List)Where$/.exec(type.name) ?? [];
  return model && isInputObjectType(type) ? [model as ModelName] : [];
});

describe.each(testLocations())("conditions as SQL on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.001, seed: 1 });
  });
  afterAll(() => database.close());

  test.each(models)("%s: Prisma and the SQL find the same rows", async (model) => {
    const input = schema.getType(`${model}Where`);
    if (!isInputObjectType(input)) throw new Error("There is no such type.");
    await fc.assert(
      fc.asyncProperty(arbitraryInput(input, 3), async (value) => {
        const where = whereOf(model).toPrisma(coerceInputValue(value, input) as Record<string, unknown>, steward);
        const params = new Params();
        const condition = compileWhere(model, "t", where, params);
        const joinedParams = new Params();
        const from = new From(model);
        const joinedCondition = compileWhereOf(from, where, joinedParams);
        const rows = (sql: string, { values }: Params) =>
          database.prisma.$queryRawUnsafe<{ id: number }[]>(sql, ...values);
        const [byPrisma, bySql, byJoins] = await Promise.all([
          delegate(database.prisma, model).findMany({ where, select: { id: true } }),
          rows(`SELECT id FROM ${quote(tableOf(model).name)} t WHERE ${condition}`, params),
          rows(`SELECT t.id FROM ${from.sql} WHERE ${joinedCondition}`, joinedParams),
        ]);
        const ids = (found: readonly { id?: unknown }[]) => found.map(({ id }) => Number(id)).sort((a, b) => a - b);
        expect(ids(bySql)).toEqual(ids(byPrisma));
        expect(ids(byJoins)).toEqual(ids(byPrisma));
      }),
      { numRuns: Number(process.env.WHERE_RUNS ?? 15) },
    );
  });
});
