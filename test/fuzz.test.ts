import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { checkCost, checkShape, costOf, defaultLimits, schema, shapeOf, viewerOf } from "@chacra/schema";
import { arbitraryDocument, execute } from "@chacra/schema/testing";
import fc from "fast-check";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** What the public never sees an object of. */
const householdTypes = new Set([
  "Family",
  "FamilyMember",
  "Farm",
  "Plot",
  "Harvest",
  "FarmCertification",
  "CocaFreeVerification",
  "TrainingParticipation",
  "HouseholdIncome",
  "IncomeChange",
  "Consent",
]);

/** Stands in every text that is a family's. */
const CANARY = "canary";
const texts = {
  family: ["code"],
  family_member: ["code", "name", "national_id"],
  farm: ["code"],
  plot: ["code", "variety"],
  coca_free_verification: ["code", "area_code"],
};

/** The smallest group that the public may be told of. */
const THRESHOLD = 10;
const protectedTotals = new Set(
  [
    "Family",
    "FamilyMember",
    "Farm",
    "Plot",
    "CocaFreeVerification",
    "TrainingParticipation",
    "TrainingParticipant",
  ].map((name) => `${name}Connection`),
);

describe("any query of the public", () => {
  let database: Database;
  beforeAll(async () => {
    const [embedded] = testLocations();
    if (!embedded) throw new Error("There is always the embedded database.");
    database = await embedded.openMigrated();
    await fillDemo(database, { scale: 0.005, seed: 1 });
    for (const [table, columns] of Object.entries(texts)) {
      const changes = columns.map((column) => `${column} = '${CANARY}' || ${column}`);
      await database.pool.query(`UPDATE ${table} SET ${changes.join(", ")}`);
    }
    await database.pool.query(`UPDATE investment SET code = '${CANARY}' || code WHERE recipient_family_id IS NOT NULL`);
  });
  afterAll(() => database.close());

  function inspect(value: unknown): void {
    if (value === null || typeof value !== "object") return;
    if (Array.isArray(value)) {
      for (const item of value) inspect(item);
      return;
    }
    const { __typename } = value as { __typename?: string };
    if (__typename !== undefined) expect(householdTypes).not.toContain(__typename);
    for (const inner of Object.values(value)) inspect(inner);
  }

  test("never yields a family's record, a small total or a fault of ours", async () => {
    let answered = 0;
    let refused = 0;
    const publicViewer = viewerOf("public");
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(schema, 5), async (text) => {
        const document = parse(text);
        expect(validate(schema, document)).toEqual([]);
        const cost = costOf(schema, document, undefined, {});
        if (!cost || checkShape(shapeOf(document), defaultLimits) || checkCost(cost, defaultLimits)) {
          refused += 1;
          return;
        }
        const { data, errors = [] } = await execute(database, text, {}, publicViewer);
        answered += 1;
        expect(errors.filter(({ extensions }) => typeof extensions.code !== "string")).toEqual([]);
        const told = JSON.stringify({ data, errors });
        expect(told).not.toContain(CANARY);
        inspect(data);
        inspectTotals(data, text);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 10_000), endOnFailure: false },
    );
    expect(answered).toBeGreaterThan(refused);
  }, 600_000);

  /** Totals of families' records, found by the name that the document gave them. */
  function inspectTotals(data: unknown, text: string): void {
    const names = new Set(Array.from(text.matchAll(/(a\d+): totalCount/g), ([, name = ""]) => name));
    (function walk(value: unknown): void {
      if (value === null || typeof value !== "object") return;
      const { __typename } = value as { __typename?: string };
      for (const [key, inner] of Object.entries(value)) {
        if (names.has(key) && __typename && protectedTotals.has(__typename) && typeof inner === "number" && inner > 0) {
          expect(inner).toBeGreaterThanOrEqual(THRESHOLD);
        }
        walk(inner);
      }
    })(data);
  }
});
