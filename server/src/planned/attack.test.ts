import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Database } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import {
  createContext,
  defaultLimits,
  MOST_PLANNED_CHARACTERS,
  MOST_PLANS,
  Planner,
  schema,
  viewerOf,
} from "@chacra/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KnownDocuments, MOST_CHARACTERS, MOST_DOCUMENTS } from "./known-documents.ts";

/** Documents in all; `npm test` tries some, more are tried on demand. */
const DOCUMENTS = Number(process.env.ATTACK_DOCUMENTS ?? 6_000);

/** By how much what is in use may differ between two looks at it. */
const SLACK_BYTES = 16_000_000;

const steward = viewerOf("steward", "test", "tests");

describe("a caller who never asks the same twice", () => {
  let database: Database;
  beforeAll(async () => {
    const [embedded] = testLocations();
    if (!embedded) throw new Error("There is always the embedded database.");
    database = await embedded.openMigrated();
  });
  afterAll(() => database.close());

  test("fills no more than what is kept for documents, right or wrong", { timeout: 600_000 }, async () => {
    const documents = new KnownDocuments(schema, defaultLimits);
    const planner = new Planner(schema);
    const context = await createContext(database, steward);
    let before = 0;
    for (let i = 0; i < DOCUMENTS; i += 1) {
      const known = documents.read(`{ a${i}: regions(first: 1) { nodes { name } } }`);
      if (!known) throw new Error("A right document is taken for a wrong one.");
      known.cost(undefined, {});
      expect("statement" in planner.prepare({ document: known.document }, context)).toBe(true);
      expect(documents.read(`{ a${i}: nothing }`)).toBeUndefined();
      const { characters, ...kept } = documents.kept;
      expect(characters).toBeLessThan(2 * MOST_CHARACTERS);
      if (i >= MOST_DOCUMENTS) expect(kept).toEqual({ documents: MOST_DOCUMENTS, wrong: MOST_DOCUMENTS });
      expect(planner.kept.plans).toBe(Math.min(i + 1, MOST_PLANS));
      if (i === MOST_PLANS + MOST_DOCUMENTS) before = await bytesInUse();
    }
    expect(await bytesInUse()).toBeLessThan(before + SLACK_BYTES);
  });

  test("gets no more plans of one document than may be, by its variables and names of operations", async () => {
    const planner = new Planner(schema);
    const context = await createContext(database, steward);
    const conditions = Array.from({ length: 12 }, (_, i) => `$c${i}: Boolean!`);
    const fields = conditions.map((_, i) => `a${i}: name @include(if: $c${i})`);
    const documents = new KnownDocuments(schema, defaultLimits);
    const known = documents.read(`query Q(${conditions.join(", ")}) { regions { nodes { id ${fields.join(" ")} } } }`);
    if (!known) throw new Error("A right document is taken for a wrong one.");
    for (let i = 0; i < 4_096; i += 1) {
      const variables = Object.fromEntries(conditions.map((_, bit) => [`c${bit}`, (i & (1 << bit)) !== 0]));
      expect("statement" in planner.prepare({ document: known.document, variables }, context)).toBe(true);
      const other = { document: known.document, operationName: `Q${i}`, variables };
      expect(planner.prepare(other, context)).toEqual({ unplanned: "no operation" });
      expect(known.cost(other.operationName, variables)).toBeUndefined();
    }
    const { plans, characters } = planner.kept;
    // They are many, and the document is long.
    expect(plans).toBeLessThan(MOST_PLANS);
    expect(characters).toBeGreaterThan(0.9 * MOST_PLANNED_CHARACTERS);
    expect(characters).toBeLessThanOrEqual(MOST_PLANNED_CHARACTERS);
  });
});

async function bytesInUse(): Promise<number> {
  await new Promise(setImmediate);
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
