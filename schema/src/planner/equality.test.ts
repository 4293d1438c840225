import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import fc from "fast-check";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  getNamedType,
  isLeafType,
  isObjectType,
  parse,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ruleOf } from "../access/policy.ts";
import type { Role, Viewer } from "../access/viewer.ts";
import { connectionAt } from "../connection/fields.ts";
import { createContext, schema, viewerOf } from "../index.ts";
import { arbitraryDocument } from "../testing/arbitrary-document.ts";
import { Planner } from "./index.ts";

const partner: Viewer = { role: "partner", id: "key:test", purpose: "tests", partner: "Cacao", regions: ["10", "22"] };
const viewers = [viewerOf("public"), partner, viewerOf("analyst"), viewerOf("steward", "test", "tests")];
const planner = new Planner(schema);

/** What the variables of a random operation say; their defaults where they are absent. */
const choices = fc.record({ yes: fc.boolean(), no: fc.boolean() }, { requiredKeys: [] });

/** Random operations in all; `npm test` tries some, more are tried on demand. */
const RUNS = Number(process.env.EQUALITY_RUNS ?? 2_000);

describe.each(testLocations())("one statement and the executor on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.002, seed: 1 });
    await addOddities(database);
  });
  afterAll(() => database.close());

  /** A source that comes again is another document; a document that comes again has a plan. */
  async function planned(source: string | DocumentNode, viewer: Viewer, variables: Record<string, unknown> = {}) {
    const document = typeof source === "string" ? parse(source) : source;
    const prepared = planner.prepare({ document, variables }, await createContext(database, viewer));
    return "statement" in prepared ? prepared.run(database) : { unplanned: prepared.unplanned };
  }

  async function executed(source: string, viewer: Viewer, variableValues: Record<string, unknown> = {}) {
    const contextValue = await createContext(database, viewer);
    return (await execute({ schema, document: parse(source), contextValue, variableValues })) as ExecutionResult;
  }

  test("answer any operation with the same bytes, for every role", { timeout: 3_600_000 }, async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitraryDocument(schema, 5),
        fc.constantFrom(...viewers),
        choices,
        async (source, viewer, given) => {
          const document = parse(source);
          const text = await planned(document, viewer, given);
          if (typeof text !== "string") return;
          answered += 1;
          const { data, errors } = await executed(source, viewer, given);
          // What is wrong is never answered here, so that the executor tells of it, with its code and path.
          expect(errors).toBeUndefined();
          expect(text).toBe(JSON.stringify(data));
          // What has been worked out of the records is now remembered, and after a change of them worked out again.
          expect(await planned(source, viewer, given)).toBe(text);
          expect(await planned(document, viewer, given)).toBe(text);
          await database.pool.query("INSERT INTO data_change DEFAULT VALUES");
          expect(await planned(document, viewer, given)).toBe(text);
        },
      ),
      { numRuns: RUNS },
    );
    expect(answered).toBeGreaterThan(RUNS / 10);
  });

  const pages = `query Pages($first: Int, $after: String, $last: Int, $before: String, $crop: Crop, $withPlots: Boolean = true, $by: [FarmOrderBy!]) {
    farms(first: $first, after: $after, last: $last, before: $before, orderBy: $by, where: { plots: { some: { crop: { equals: $crop } } } }) {
      totalCount
      sum { hectares }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { ...Farm plots(last: 2) @include(if: $withPlots) { nodes { crop hectares } pageInfo { hasPreviousPage } } } }
    }
  }
  fragment Farm on Farm { id code: altitude hectares localGovernment { name region { name } } certifications { kind } }`;

  test("walk through pages, forwards and backwards, with the same cursors", async () => {
    const [, , analyst = partner] = viewers;
    const orders = [[{ hectares: "DESC" }], [{ region: { name: "ASC" } }, { altitude: "DESC" }], undefined];
    for (const [by, crop] of orders.flatMap((order) => [[order, "CACAO"] as const, [order, "COFFEE"] as const])) {
      let after: string | null = null;
      let before: string | null = null;
      for (let page = 0; page < 3; page += 1) {
        for (const variables of [
          { first: 7, after, crop, by },
          { last: 5, before, crop, by, withPlots: page === 1 },
        ]) {
          const text = await planned(pages, analyst, variables);
          const { data, errors } = await executed(pages, analyst, variables);
          expect([errors, text]).toEqual([undefined, JSON.stringify(data)]);
          const { pageInfo } = (data as { farms: { pageInfo: { startCursor: string; endCursor: string } } }).farms;
          if ("after" in variables) after = pageInfo.endCursor;
          else before = pageInfo.startCursor;
        }
      }
    }
  });

  test("find objects of several types by their ids, as each role knows them", async () => {
    const some =
      "{ regions(first: 2) { nodes { id } } trainings(first: 1) { nodes { id } } investments(first: 2) { nodes { id } } }";
    const families = "{ families(first: 2) { nodes { id farms(first: 1) { nodes { id } } } } }";
    for (const viewer of viewers) {
      const sources = viewer.role === "public" ? [some] : [some, families];
      const found = await Promise.all(sources.map((source) => executed(source, viewer)));
      const ids = [...JSON.stringify(found).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(3);
      const document = `query ($ids: [ID!]!, $id: ID!) {
        nodes(ids: $ids) { __typename id ... on Region { name families { totalCount } } ... on Training { title topic } ... on Investment { amount { amount } } }
        node(id: $id) { id ... on Region { capital } }
      }`;
      const variables = { ids: [...ids, ids[0]], id: ids[0] };
      const { data, errors } = await executed(document, viewer, variables);
      expect([errors, await planned(document, viewer, variables)]).toEqual([undefined, JSON.stringify(data)]);
    }
  });

  test("keep the plans of one document apart: by role, operation and what is left out", async () => {
    const document = parse(`query A($with: Boolean!, $without: Boolean = false) {
      regions(first: 3) { nodes { ubigeo name @include(if: $with) capital @skip(if: $without) families { totalCount suppressed { reason } } } }
      trainings(first: 2) @skip(if: $without) { nodes { code ...Place @include(if: $with) } }
    }
    query B($with: Boolean!) { zones(first: 1) { nodes { code } } viewer { role } investments(first: 9) @include(if: $with) { nodes { code } } }
    fragment Place on Training { localGovernment { name } }`);
    const flags = [true, false];
    const requests: { operationName: string; variables: Record<string, unknown> }[] = [
      ...flags.map((on) => ({ operationName: "B", variables: { with: on } })),
      ...flags.flatMap((on) => flags.map((without) => ({ operationName: "A", variables: { with: on, without } }))),
    ];
    for (const viewer of viewers) {
      for (const { operationName, variables } of [...requests, ...requests]) {
        const prepared = planner.prepare({ document, operationName, variables }, await createContext(database, viewer));
        const text = "statement" in prepared ? await prepared.run(database) : prepared.unplanned;
        const contextValue = await createContext(database, viewer);
        const asked = { schema, document, operationName, variableValues: variables, contextValue };
        const { data } = (await execute(asked)) as ExecutionResult;
        expect(text).toBe(JSON.stringify(data));
      }
    }
  });

  test("show, mask and leave out every field of every record as each role has it", async () => {
    const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(connectionAt);
    expect(roots.length).toBeGreaterThan(15);
    for (const viewer of viewers) {
      for (const root of roots) {
        const type = connectionAt(root)?.to.policy.type ?? "";
        const source = `{ ${root.name}(first: 5) { nodes { ${plainFields(type, viewer.role)} } } }`;
        const { data, errors } = await executed(source, viewer);
        const isHidden = JSON.stringify(errors)?.includes("FORBIDDEN");
        expect(await planned(source, viewer)).toEqual(
          isHidden ? { unplanned: expect.any(String) } : JSON.stringify(data),
        );
      }
    }
  });

  test.each([
    '{ viewer { role purpose can(type: "Farm", field: "hectares") { read field threshold needed } regions { name capital } } }',
    "{ __typename viewer { __typename role } }",
    "{ nationalCocaAreas { year hectares zone { code } region { name } source { code } } }",
    "{ indicators(first: 50) { nodes { code actual again: actual lineage { definition formula records filter query } } } }",
    `{ regions(first: 25) { nodes { name familyAnalysis { suppressed { reason } rowCount rows { key { year localGovernment { name } } count share } }
      a: investmentAnalysis { rows { key { kind } count amount { sum } suppressed { reason } } } } } }`,
    "{ organizations(first: 50) { nodes { trainingParticipationAnalysis { rowCount rows { key { sex } count suppressed { reason } } } } } }",
  ])("%s is answered for every role", async (source) => {
    for (const viewer of viewers) {
      const { data, errors } = await executed(source, viewer);
      expect([errors, await planned(source, viewer)]).toEqual([undefined, JSON.stringify(data)]);
      expect(await planned(source, viewer)).toBe(JSON.stringify(data));
    }
  });

  test.each([
    ["a field of others", "{ families { nodes { code } } }", 0],
    ["a wrong page", "{ farms(first: 2, last: 2) { nodes { code } } }", 2],
    ["a wrong cursor", '{ farms(after: "x") { nodes { code } } }', 2],
    ["an order of others", "{ farms(orderBy: [{ code: ASC }]) { nodes { hectares } } }", 2],
    ["a name that is written down when it is read", "{ familyMembers { nodes { name } } }", 3],
    ["a question about the schema", "{ __schema { queryType { name } } }", 3],
  ])("%s goes the ordinary way", async (_what, source, role) => {
    expect(await planned(source, viewers[role] ?? partner)).toEqual({ unplanned: expect.any(String) });
  });

  test("what was worked out of the records is forgotten with the next change of them", async () => {
    const source = `{ families { totalCount } familyAnalysis { rows { key { region { name } } count } }
      regions(first: 25) { nodes { families { totalCount } } } factSheet { figures { code value } } }`;
    const document = parse(source);
    for (const viewer of viewers) {
      const first = await planned(document, viewer);
      expect(await planned(document, viewer)).toBe(first);
      await database.pool.query(
        `UPDATE family SET consent_status = 'WITHDRAWN' WHERE id IN (SELECT id FROM family WHERE consent_status = 'GIVEN' AND region_id IN
           (SELECT id FROM region WHERE ubigeo = '22') ORDER BY id LIMIT 7)`,
      );
      await database.pool.query(
        `UPDATE family f SET (local_government_id, region_id, locality_id) = (g.local_government_id, g.region_id, NULL)
           FROM (SELECT local_government_id, region_id FROM family ORDER BY id DESC LIMIT 1) g
           WHERE f.id IN (SELECT id FROM family ORDER BY id LIMIT 40)`,
      );
      const { data } = await executed(source, viewer);
      expect(await planned(document, viewer)).toBe(JSON.stringify(data));
    }
  });
});

/** All fields of a type that a role gets, as they are or changed, and that hold no further records. */
function plainFields(name: string, role: Role): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) return "__typename";
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const right = ruleOf(name, field.name)[role];
    if (field.args.length > 0 || right === "hidden" || right === "counted" || right === "audited") return [];
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    // What indicators have reached by year and region goes the ordinary way.
    if (!isObjectType(inner) || inner.getInterfaces().length > 0 || inner.name === "IndicatorActual") return [];
    return [`${field.name} { ${plainFields(inner.name, role)} }`];
  });
  return ["__typename", ...fields].join(" ");
}

/** What data can hold at worst: signs of every kind, numbers at their limits, days long ago. */
async function addOddities({ pool }: Database): Promise<void> {
  await pool.query(`UPDATE organization SET name = $1 WHERE id = (SELECT min(id) FROM organization)`, [
    "«Ñandú» \"comillas\" \\barra\\ \u2028 línea 🌱 'uno' <b> \t\n",
  ]);
  await pool.query(`UPDATE organization SET name = '' WHERE id = (SELECT max(id) FROM organization)`);
  await pool.query(`UPDATE farm SET hectares = 0.0001 WHERE id = (SELECT min(id) FROM farm)`);
  await pool.query(
    `UPDATE local_government_budget SET accrued = 9999999999999.99 WHERE id = (SELECT min(id) FROM local_government_budget)`,
  );
  await pool.query(`UPDATE training SET starts_on = '1899-12-31' WHERE id = (SELECT min(id) FROM training)`);
}
