import { readdirSync, readFileSync } from "node:fs";
import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { plannedOf, statementsOf } from "@chacra/schema/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const folder = new URL("./golden/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => file.replace(".graphql", ""));

/** The statements for people to read: one after the other, numbered parameters as sent. */
const asText = (statements: string[]) => `${statements.map((sql) => `${sql};`).join("\n\n")}\n`;

describe.each(testLocations())("golden queries on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.001, seed: 1 });
  });
  afterAll(() => database.close());

  // After a change that is meant: vitest run test/golden.test.ts -u, then read the difference.
  test.each(names)("%s gives the result and the SQL on record", async (name) => {
    const document = readFileSync(new URL(`${name}.graphql`, folder), "utf8");
    const { data, sql } = await statementsOf(database, document);
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
    // Statements of one depth are sent together, and which is told first is chance.
    await expect(asText(sql.sort())).toMatchFileSnapshot(`golden/${name}.sql`);
  });

  test.each(names)("%s is answered with one statement, which is on record", async (name) => {
    const document = readFileSync(new URL(`${name}.graphql`, folder), "utf8");
    const planned = await plannedOf(database, document);
    if (!("sql" in planned)) throw new Error(`It is not planned: ${planned.unplanned}.`);
    await expect(`${JSON.stringify(planned.data, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
    const lines = planned.sql.replaceAll(/ (?=(FROM|WHERE|LEFT JOIN|ORDER BY|GROUP BY) )/g, "\n");
    await expect(`${lines};\n`).toMatchFileSnapshot(`golden/${name}.one.sql`);
  });

  test("the deep query takes as many statements for one region as for all", async () => {
    const document = readFileSync(new URL("02-deep.graphql", folder), "utf8");
    const one = await statementsOf(database, document, { regions: 1 });
    const all = await statementsOf(database, document, { regions: 25 });
    expect(all.data.regions.nodes.length).toBeGreaterThan(4);
    expect(all.sql).toHaveLength(one.sql.length);
    expect(one.sql.length).toBeLessThanOrEqual(8);
  });

  test("100 parents with three aliased connections each take as many statements as one", async () => {
    const document = `query ($first: Int) {
      families(first: $first) {
        nodes {
          a: farms(first: 1) { totalCount nodes { code } }
          b: farms(first: 1, orderBy: [{ hectares: DESC }]) { nodes { code plots(first: 1) { nodes { code } } } }
          c: investments(first: 1) { nodes { recipient { ... on Family { code localGovernment { name } } } } }
        }
      }
    }`;
    const one = await statementsOf(database, document, { first: 1 });
    const many = await statementsOf(database, document, { first: 80 });
    expect(many.data.families.nodes).toHaveLength(80);
    expect(many.sql.length).toBeLessThanOrEqual(6);
    expect(one.sql.length).toBeLessThanOrEqual(many.sql.length);
  });

  test("the limit of an inner list is in its SQL", async () => {
    const { sql } = await statementsOf(database, "{ regions { nodes { families(first: 3) { nodes { code } } } } }");
    const inner = sql.find((statement) => statement.includes("LATERAL"));
    expect(inner).toMatch(/FROM "public"\."family".*LIMIT \$\d+.*ON true/s);
  });
});
