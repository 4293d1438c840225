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

  /** What Prisma finds, our SQL, and our SQL with shared joins. */
  async function found(model: ModelName, where: object): Promise<number[][]> {
    const params = new Params();
    const condition = compileWhere(model, "t", where, params);
    const joinedParams = new Params();
    const from = new From(model);
    const joinedCondition = compileWhereOf(from, where, joinedParams);
    const rows = (sql: string, { values }: Params) => database.prisma.$queryRawUnsafe<{ id: number }[]>(sql, ...values);
    const all: readonly (readonly { id?: unknown }[])[] = await Promise.all([
      delegate(database.prisma, model).findMany({ where, select: { id: true } }),
      rows(`SELECT id FROM ${quote(tableOf(model).name)} t WHERE ${condition}`, params),
      rows(`SELECT t.id FROM ${from.sql} WHERE ${joinedCondition}`, joinedParams),
    ]);
    return all.map((each) => each.map(({ id }) => Number(id)).sort((a, b) => a - b));
  }

  test.each(models)("%s: Prisma and the SQL find the same rows", async (model) => {
    const input = schema.getType(`${model}Where`);
    if (!isInputObjectType(input)) throw new Error("There is no such type.");
    await fc.assert(
      fc.asyncProperty(arbitraryInput(input, 3), async (value) => {
        const where = whereOf(model).toPrisma(coerceInputValue(value, input) as Record<string, unknown>, steward);
        const [byPrisma, bySql, byJoins] = await found(model, where);
        expect(bySql).toEqual(byPrisma);
        expect(byJoins).toEqual(byPrisma);
      }),
      { numRuns: Number(process.env.WHERE_RUNS ?? 15) },
    );
  });

  const isIn = (ubigeo: string) => ({ localGovernment: { ubigeo: { equals: ubigeo } } });
  test.each([
    ["the one that is named", isIn("100601"), "some"],
    ["all but those of the one that is named", { NOT: isIn("100601") }, "some"],
    ["none of one that is not there", isIn("999999"), "none"],
    ["all but those of one that is not there", { NOT: isIn("999999") }, "all"],
    ["all but those of either", { NOT: { OR: [isIn("999999"), isIn("100601")] } }, "some"],
    [
      "those of a named one that is in a named one",
      { localGovernment: { region: { ubigeo: { equals: "10" } } } },
      "some",
    ],
  ])("records of %s", async (_what, where, share) => {
    const [byPrisma = [], bySql, byJoins] = await found("Family", where);
    const count = await database.prisma.family.count();
    expect(share).toBe(byPrisma.length === 0 ? "none" : byPrisma.length === count ? "all" : "some");
    expect(bySql).toEqual(byPrisma);
    expect(byJoins).toEqual(byPrisma);
  });
});
