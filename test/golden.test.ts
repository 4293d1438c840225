import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { createContext, Planner, schema, type Viewer, viewerOf } from "@chacra/schema";
import { statementsOf } from "@chacra/schema/testing";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const folder = new URL("./golden/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => file.replace(".graphql", ""));

const viewers: Record<string, Viewer> = {
  public: viewerOf("public"),
  partner: { role: "partner", id: "key:test", purpose: "tests", partner: "Cacao", regions: ["10", "22"] },
  analyst: viewerOf("analyst"),
  steward: viewerOf("steward", "test", "tests"),
};

/** A query, its variables where it has some, and who asks: the role at the end of its name, or a steward. */
function question(name: string) {
  const read = (ending: string) => readFileSync(new URL(`${name}.${ending}`, folder), "utf8");
  const hasVariables = existsSync(new URL(`${name}.variables.json`, folder));
  const viewer = viewers[name.split(".")[1] ?? "steward"];
  if (!viewer) throw new Error(`Nobody asks ${name}.`);
  return {
    document: read("graphql"),
    variables: (hasVariables ? JSON.parse(read("variables.json")) : {}) as Record<string, unknown>,
    viewer,
  };
}

/** A demo programme whose cursors and pseudonyms are the same in every database. */
async function fill(database: Database, scale: number): Promise<void> {
  await fillDemo(database, { scale, seed: 1 });
  await database.pool.query("UPDATE installation SET cursor_key = decode(repeat('c4', 32), 'hex')");
}

const planner = new Planner(schema);

/** Answers a query by the planner, from whose hands everything else that could ask the database is taken, and tells what it asked. */
async function planned(database: Database, name: string) {
  const { document, variables, viewer } = question(name);
  const prisma = new Proxy(database.prisma, {
    get() {
      throw new Error("Prisma is asked for something.");
    },
  });
  const context = { ...(await createContext(database, viewer)), prisma };
  const prepared = planner.prepare({ document: parse(document), variables }, context);
  if (!("statement" in prepared)) throw new Error(`It is not planned: ${prepared.unplanned}.`);
  const asked: { sql: string; values: readonly unknown[] }[] = [];
  const rows: Database["rows"] = (sql, values) => {
    asked.push({ sql, values });
    return database.rows(sql, values);
  };
  const data = await prepared.run({ rows } as Database);
  return { data: JSON.parse(data ?? "null"), asked };
}

/** The statements for people to read: one after the other, numbered parameters as sent. */
const asText = (statements: string[]) => `${statements.map((sql) => `${sql};`).join("\n\n")}\n`;

describe.each(testLocations())("golden queries on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fill(database, 0.001);
  });
  afterAll(() => database.close());

  // After a change that is meant: vitest run test/golden.test.ts -u, then read the difference.
  test.each(names)("%s gives the result and the SQL on record", async (name) => {
    const { document, variables, viewer } = question(name);
    const { data, sql } = await statementsOf(database, document, variables, viewer);
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
    // Statements of one depth are sent together, and which is told first is chance.
    await expect(asText(sql.sort())).toMatchFileSnapshot(`golden/${name}.sql`);
  });

  test.each(names)("%s is answered with one statement, which is on record", async (name) => {
    const { data, asked } = await planned(database, name);
    expect(asked).toHaveLength(1);
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
    const lines = asked[0]?.sql.replaceAll(/ (?=(FROM|WHERE|LEFT JOIN|ORDER BY|GROUP BY) )/g, "\n");
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

/** Other versions of PostgreSQL plan, and tell of their plans, in other ways. */
const PLANNED_ON = 15;

describe.each(testLocations().filter(({ name }) => name === "postgresql"))("golden plans on $name", (location) => {
  let database: Database;
  let version = 0;
  beforeAll(async () => {
    database = await location.openMigrated();
    // Large enough that indexes are worth their while, and small enough that ANALYZE reads every row, so that it finds the same each time.
    await fill(database, 0.05);
    await database.pool.query("VACUUM ANALYZE");
    const { rows } = await database.pool.query("SHOW server_version_num");
    version = Math.floor(Number(rows[0].server_version_num) / 10_000);
  });
  afterAll(() => database.close());

  test.for(names)("%s is planned by PostgreSQL as on record", async (name, { skip }) => {
    skip(version !== PLANNED_ON, `PostgreSQL ${version} plans otherwise than ${PLANNED_ON}.`);
    const [statement] = (await planned(database, name)).asked;
    if (!statement) throw new Error("Nothing was asked.");
    const { rows } = await database.pool.query(`EXPLAIN (COSTS OFF) ${statement.sql}`, [...statement.values]);
    const lines = rows.map((row: Record<string, string>) => row["QUERY PLAN"]);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`golden/${name}.plan.txt`);
  });
});
