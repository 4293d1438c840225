import { readFileSync } from "node:fs";
import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { schema } from "../index.ts";
import { printedAccess } from "../print.ts";
import { execute } from "../testing/execute.ts";
import { asked, pathsTo } from "../testing/paths.ts";
import { accessMatrix, type MatrixRow } from "./matrix.ts";
import { policyOf } from "./policy.ts";
import { roles, type Viewer, viewerOf } from "./viewer.ts";

const viewers: Record<string, Viewer> = {
  public: viewerOf("public"),
  partner: { role: "partner", id: "test", partner: "Cacao", purpose: "tests", regions: ["10", "22"] },
  analyst: viewerOf("analyst"),
  steward: viewerOf("steward", "test", "tests"),
};

/** Ways that end at nothing: for a steward, for the whole country, or for the first hundred. */
const blind = new Set(["Query.localities", "Viewer.regions", "CocaArea.region", "CocaArea.zone"]);
const paths = pathsTo(schema, blind);
const matrix = accessMatrix(schema);

test("the committed matrix is that of the policies", () => {
  expect(readFileSync(new URL("../../access.md", import.meta.url), "utf8")).toBe(printedAccess());
});

test("every type is reached, so that every field is tried", () => {
  expect(matrix.filter(({ type }) => !paths.has(type))).toEqual([]);
});

describe.each(testLocations())("every field as every role gets it, on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.01, seed: 1 });
  });
  afterAll(() => database.close());

  /** The values of a field and the codes of the errors, as a role gets them. */
  async function read({ type, field }: MatrixRow, role: string) {
    const path = paths.get(type);
    const object = schema.getType(type);
    const asking = isObjectType(object) ? object.getFields()[field] : undefined;
    if (!path || !asking) throw new Error(`${type}.${field} is not reached.`);
    const viewer = viewers[role];
    const { data, errors } = await execute(database, path.document(`value: ${asked(asking)}`), {}, viewer);
    const codes = new Set(errors?.map(({ extensions }) => extensions.code));
    return { values: path.objectsIn(data).map(({ value }) => value), codes: [...codes] };
  }

  test.each(matrix)("$type $field", async (row) => {
    const steward = await read(row, "steward");
    expect(steward.codes).toEqual([]);
    // Of a steward nothing is withheld.
    if (row.type !== "Suppression") expect(steward.values.length).toBeGreaterThan(0);
    const known = new Set(steward.values.map((value) => JSON.stringify(value)));
    for (const role of roles) {
      const right = row.rights[role];
      const { values, codes } = await read(row, role);
      const isUnreached = policyOf(row.type).rows.kind === "household" && role === "public";
      if (isUnreached || right === "hidden" || right === "counted") {
        // A type inside families' records cannot be reached by the public at all.
        expect([role, codes, values.filter((value) => value !== null)]).toEqual([role, ["FORBIDDEN"], []]);
        continue;
      }
      if (codes.length > 0) {
        // Reached through what the public may not read: a part of a family's record, or a connection inside one.
        // Or the value of a single record among measures.
        expect([role, codes, values.filter((value) => value !== null)]).toEqual(["public", ["FORBIDDEN"], []]);
        continue;
      }
      const shown = values.filter((value) => value !== null);
      if (right === "pseudonym" || right === "seal" || right === "token") {
        expect(shown.length).toBeGreaterThan(0);
        for (const value of shown) expect(known).not.toContain(JSON.stringify(value));
      }
      if (right === "to100") for (const value of shown) expect(Number(value) % 100).toBe(0);
    }
  });
});
