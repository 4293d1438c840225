import { type Database, fillDemo, Prisma } from "@chacra/prisma";
import { tableOf } from "@chacra/prisma/tables";
import { testLocations } from "@chacra/prisma/testing";
import fc from "fast-check";
import { coerceInputValue, GraphQLError, getNamedType, isInputObjectType, isListType, isScalarType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Viewer, viewerOf } from "../access/viewer.ts";
import { delegate, type ModelName } from "../connection/rows.ts";
import { whereOf } from "../connection/where.ts";
import { schema } from "../index.ts";
import { arbitraryInput, type FieldValues } from "../testing/arbitrary-input.ts";
import { arbitraryWhere } from "./arbitrary-where.ts";
import { Params, quote } from "./params.ts";
import { partOf, type Samples, takeSamples } from "./samples.ts";
import { compileWhere } from "./where.ts";

/** Random conditions on each model; WHERE_RUNS sets another number. */
const runs = { numRuns: Number(process.env.WHERE_RUNS ?? 8) };

const models = Object.values(Prisma.ModelName).filter((model) => tableOf(model).columns.id?.type === "int4");
const filtered = models.filter((model) => schema.getType(`${model}Where`));

const viewers: Viewer[] = [
  viewerOf("steward"),
  viewerOf("steward"),
  { role: "partner", id: "key", purpose: "tests", partner: "fair", regions: ["22", "10"] },
];

describe.each(testLocations())("conditions as SQL on $name", ({ openMigrated }) => {
  let database: Database;
  let samples: Samples;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.001, seed: 1 });
    await database.prisma.apiKey.create({
      data: { prefix: "a", hash: new Uint8Array(32).fill(255), label: "b", role: "PUBLIC", regions: ["22", "'"] },
    });
    await database.prisma.auditEntry.create({
      data: { viewer: "a", role: "STEWARD", purpose: "b", typeName: "c", field: "d", recordIds: [1, 2] },
    });
    samples = await takeSamples(database.prisma, models);
  });
  afterAll(() => database.close());

  async function bySql(model: ModelName, where: object): Promise<number[]> {
    const params = new Params();
    const condition = compileWhere(model, "t", where, params);
    const rows = await database.prisma.$queryRawUnsafe<{ id: number }[]>(
      `SELECT t.id FROM ${quote(tableOf(model).name)} t WHERE ${condition} ORDER BY 1`,
      ...params.values,
    );
    return rows.map(({ id }) => id);
  }

  async function byPrisma(model: ModelName, where: object): Promise<number[]> {
    const rows = await delegate(database.prisma, model).findMany({
      where,
      select: { id: true },
      orderBy: { id: "asc" },
    });
    return rows.map(({ id }) => Number(id));
  }

  test.each(filtered)("%s: what the graph asks finds the rows that Prisma finds", async (model) => {
    const input = schema.getType(`${model}Where`);
    if (!isInputObjectType(input)) throw new Error("There is no such type.");
    await fc.assert(
      fc.asyncProperty(
        arbitraryInput(input, 6, sampled(samples)),
        fc.constantFrom(...viewers),
        async (value, viewer) => {
          const where = ifAllowed(() => whereOf(model).toPrisma(coerceInputValue(value, input) as never, viewer));
          if (!where) return fc.pre(false);
          expect(await bySql(model, where)).toEqual(await byPrisma(model, where));
        },
      ),
      runs,
    );
  });

  test.each(models)("%s: any condition of Prisma's finds the rows that Prisma finds", async (model) => {
    await fc.assert(
      fc.asyncProperty(arbitraryWhere(model, samples, 3), async (where) => {
        expect(await bySql(model, where)).toEqual(await byPrisma(model, where));
      }),
      runs,
    );
  });
});

describe("conditions as SQL", () => {
  const compiled = (model: string, where: object) => {
    const params = new Params();
    return [compileWhere(model, "t", where, params), params.values];
  };

  test("are short, and their values parameters", () => {
    const where = {
      crop: { in: ["CACAO"] },
      farm: { family: { members: { some: { givenNames: { contains: "x'" } } } } },
    };
    expect(compiled("Plot", where)).toEqual([
      '(t."crop" = ANY($1::"crop"[]) AND EXISTS (SELECT FROM "farm" r1 WHERE (r1."id" = t."farm_id" AND ' +
        'EXISTS (SELECT FROM "family" r2 WHERE (r2."id" = r1."family_id" AND ' +
        'EXISTS (SELECT FROM "family_member" r3 WHERE (r3."family_id" = r2."id" AND r3."given_names" LIKE $2::"text")))))))',
      [["CACAO"], "%x'%"],
    ]);
  });

  test("ask nothing where the where asks nothing", () => {
    expect(compiled("Farm", {})).toEqual(["TRUE", []]);
    expect(compiled("Farm", { AND: [{}], NOT: [], hectares: undefined })).toEqual(["TRUE", []]);
    expect(compiled("Farm", { OR: [] })).toEqual(["FALSE", []]);
  });

  test("use every parameter, also next to what decides the condition", () => {
    const where = { OR: [{ plots: { every: {} } }, { code: "x" }] };
    const [condition, values] = compiled("Farm", where);
    expect(values).toEqual(["x"]);
    expect(condition).toContain("$1");
  });

  test.each([
    ["Farm", { hectare: 1 }, "Farm has no field hectare."],
    ["Farm", { family: { farms: { some: { size: 1 } } } }, "Farm has no field size."],
    ["Farm", { hectares: { above: 1 } }, "Farm.hectares cannot be asked above."],
    [
      "Farm",
      { code: { equals: "a", mode: "insensitive" } },
      "Farm.code cannot be asked equals without regard to case.",
    ],
    ["Farm", { code: { not: "a", mode: "insensitive" } }, "Farm.code cannot be asked equals without regard to case."],
    ["Farm", { code: { contains: null } }, "Farm.code cannot be asked contains null."],
    ["Farm", { code: {} }, "Farm.code is given nothing to ask, which Prisma drops."],
    ["Farm", { plots: { any: {} } }, "Farm.plots cannot be asked any."],
    ["Chacra", { id: 1 }, "There is no model Chacra."],
    ["Farm", { family: { is: {}, some: {} } }, "Farm.family cannot be asked some."],
    ["Farm", { family: {} }, "Farm.family is given nothing to ask, which Prisma drops."],
    ["Farm", { NOT: { AND: [{}] } }, "Farm.NOT is given nothing to ask, which Prisma drops."],
    ["Farm", { OR: [{ code: "a" }, {}] }, "Farm.OR is given nothing to ask, which Prisma drops."],
  ])("of %s refuse %j", (model, where, message) => {
    expect(() => compileWhere(model, "t", where, new Params())).toThrow(new Error(message));
  });
});

/** Values from the rows for the filters on fields, as a caller writes them. */
function sampled(samples: Samples): FieldValues {
  return (type, field) => {
    const [, model] = /^(\w+)Where$/.exec(type.name) ?? [];
    const values = samples.get(`${model}.${field.name}`)?.map(written);
    if (!values || !isInputObjectType(field.type)) return undefined;
    return arbitraryInput(field.type, 1, (_, { name, type: asked }) => {
      if (name === "isNull" || !isScalarType(getNamedType(asked))) return undefined;
      const one = name === "contains" || name === "startsWith" ? partOf(values) : values;
      return isListType(asked) ? fc.array(one, { maxLength: 4 }) : one;
    });
  };
}

function written(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value instanceof Prisma.Decimal ? value.toFixed() : value;
}

/** Undefined when the viewer may not ask that. */
function ifAllowed<T>(translate: () => T): T | undefined {
  try {
    return translate();
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === "FORBIDDEN") return undefined;
    throw error;
  }
}
