import type { Database } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../access/viewer.ts";
import { createContext, type GraphContext, schema, viewerOf } from "../index.ts";
import { Planner } from "./index.ts";

describe("a mistake", () => {
  let database: Database;
  beforeAll(async () => {
    const [embedded] = testLocations();
    if (!embedded) throw new Error("There is always the embedded database.");
    database = await embedded.openMigrated();
  });
  afterAll(() => database.close());

  /** Prepares a document several times, and tells how often the viewer was looked at each time. */
  async function prepare(
    source: string,
    requests: { role: Exclude<Role, "partner">; variables?: Record<string, unknown> }[],
  ) {
    const planner = new Planner(schema);
    const document = parse(source);
    const results = [];
    for (const { role, variables } of requests) {
      let looks = 0;
      const plain = await createContext(database, viewerOf(role, "test", "tests"));
      const context: GraphContext = {
        ...plain,
        get viewer() {
          looks += 1;
          return plain.viewer;
        },
      };
      const prepared = planner.prepare({ document, variables }, context);
      results.push({ reason: "unplanned" in prepared ? prepared.unplanned : undefined, looks });
    }
    return results;
  }

  test.each([
    ["FORBIDDEN", "{ families(where: { povertyLikelihood: { gt: 50 } }) { totalCount } }"],
    ["FORBIDDEN", "{ farms(orderBy: [{ code: ASC }]) { totalCount } }"],
    ["BAD_PAGE", "{ zones(first: 1, last: 1) { nodes { code } } }"],
    ["BAD_ARGUMENT", '{ organizations(where: { name: { contains: "\\u0000" } }) { nodes { code } } }'],
  ])("that lies in the document is %s, and found once for each role", async (code, source) => {
    const [first, second] = await prepare(source, [{ role: "public" }, { role: "public" }]);
    expect(first?.reason).toBe(`an error: ${code}`);
    expect(first?.looks).toBeGreaterThan(1);
    // The role is all that is asked for.
    expect(second).toEqual({ reason: `an error: ${code}`, looks: 1 });
  });

  test("of one role is none of another's", async () => {
    const source = "{ families(where: { povertyLikelihood: { gt: 50 } }) { totalCount } }";
    const reasons = (await prepare(source, [{ role: "public" }, { role: "steward" }])).map(({ reason }) => reason);
    expect(reasons).toEqual(["an error: FORBIDDEN", undefined]);
  });

  test("in the variables, an id or a cursor is found anew", async () => {
    const source = "query ($first: Int, $last: Int) { zones(first: $first, last: $last) { nodes { code } } }";
    const wrong = { role: "public", variables: { first: 1, last: 1 } } as const;
    const reasons = (await prepare(source, [wrong, { role: "public" }, wrong])).map(({ reason }) => reason);
    expect(reasons).toEqual(["an error: BAD_PAGE", undefined, "an error: BAD_PAGE"]);
    for (const own of ['{ node(id: "x") { id } }', '{ farms(after: "x") { nodes { hectares } } }']) {
      const [first, second] = await prepare(own, [{ role: "analyst" }, { role: "analyst" }]);
      expect(first?.reason).toMatch(/BAD_(ID|CURSOR)/);
      expect(second).toEqual(first);
    }
  });
});
