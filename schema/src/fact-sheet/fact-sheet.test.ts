import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewerOf } from "../access/viewer.ts";
import { execute, query } from "../testing/execute.ts";
import { definitions } from "./definitions.ts";

// biome-ignore lint/suspicious/noExplicitAny: the shape of a record is the query of its figure
type Node = Record<string, any>;

const sum = (nodes: Node[], value: (node: Node) => unknown) =>
  nodes.reduce((total, node) => total + Number(value(node)), 0);
const different = (nodes: Node[], value: (node: Node) => unknown) => new Set(nodes.map(value)).size;
const amounts = (nodes: Node[]) => sum(nodes, ({ amount }) => amount.amount);
const shareOf = (node: Node) => node.cocaFreeHectares / node.eradicatedHectares;
const incomeOf = (year: number) => (node: Node) =>
  Number(node.incomes.find((income: Node) => income.year === year).netIncome.amount);

/** Each figure worked out from its records by hand. */
const byHand: Record<string, (nodes: Node[]) => number> = {
  FAMILIES: (nodes) => nodes.length,
  FINANCED_FAMILIES: (nodes) => different(nodes, ({ recipient }) => recipient.code),
  FAMILY_FINANCING: amounts,
  COFFEE_HECTARES: (nodes) => sum(nodes, ({ hectares }) => hectares),
  CACAO_HECTARES: (nodes) => sum(nodes, ({ hectares }) => hectares),
  PUBLIC_RESOURCES: amounts,
  INCOME_CHANGE: (nodes) => (sum(nodes, incomeOf(2022)) / sum(nodes, incomeOf(2018)) - 1) * 100,
  INCOME_CHANGE_OF_EACH: (nodes) =>
    (sum(nodes, (node) => incomeOf(2022)(node) / incomeOf(2018)(node) - 1) / nodes.length) * 100,
  COCA_FREE_HECTARES: (nodes) =>
    (sum(nodes, ({ cocaFreeHectares }) => cocaFreeHectares) /
      sum(nodes, ({ eradicatedHectares }) => eradicatedHectares)) *
    100,
  COCA_FREE_AREAS: (nodes) => (sum(nodes, shareOf) / nodes.length) * 100,
  CONNECTED_LOCALITIES: (nodes) => nodes.length,
  PRIVATE_CONNECTIVITY: amounts,
  DIGITAL_SKILLS: (nodes) => different(nodes, ({ member }) => member.code),
  FINANCIAL_EDUCATION: (nodes) => different(nodes, ({ member }) => member.code),
  ENTERPRISES: (nodes) => nodes.length,
  CHOCOLATE_SHOW_EDITIONS: (nodes) => nodes.length,
  MARKET_EVENT_SERIES: (nodes) => different(nodes, ({ series }) => series),
  ORGANIC_CACAO_RANK: ([node]) => node?.rank,
  ORGANIC_COFFEE_RANK: ([node]) => node?.rank,
  CONVENTIONAL_COFFEE_RANK: ([node]) => node?.band,
  CONVENTIONAL_CACAO_RANK: ([node]) => node?.band,
  VALUE_CHAINS: (nodes) => different(nodes, ({ crop }) => crop),
  INTERVENTIONS: (nodes) => nodes.length,
  COORDINATION_LEVELS: (nodes) => different(nodes, ({ level }) => level),
  PUBLIC_ENTITY_LEVELS: (nodes) => different(nodes, ({ level }) => level),
};

describe.each(testLocations())("the fact sheet on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.01, seed: 1 });
  });
  afterAll(() => database.close());

  test("every published line has a definition, and every definition a line", async () => {
    const { factSheet } = await query(database, "{ factSheet { from to figures { code source { code } } } }");
    expect([factSheet.from, factSheet.to]).toEqual(["2018-01-01", "2022-12-31"]);
    const codes = factSheet.figures.map(({ code }: Node) => code);
    expect([...codes].sort()).toEqual(Object.keys(definitions).sort());
    expect([...codes].sort()).toEqual(Object.keys(byHand).sort());
  });

  test.each(Object.keys(byHand))("%s follows from the records that its lineage lists", async (code) => {
    const { factSheet } = await query(
      database,
      "query ($codes: [String!]) { factSheet { figures(codes: $codes) { value suppressed { reason } lineage { definition formula records filter query } } } }",
      { codes: [code] },
    );
    const [{ value, suppressed, lineage }] = factSheet.figures;
    expect(suppressed).toBeNull();
    expect(() => parse(lineage.query)).not.toThrow();
    expect(lineage.query).toContain(lineage.filter);
    const nodes: Node[] = [];
    for (let after = null, more = true; more; ) {
      const [page]: Node[] = Object.values(await query(database, lineage.query, { after }));
      if (!page) throw new Error("The query lists nothing.");
      expect(page.totalCount).toBe(lineage.records);
      nodes.push(...page.nodes);
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(nodes).toHaveLength(lineage.records);
    expect(Math.abs(Number(value) - Number(byHand[code]?.(nodes)))).toBeLessThan(0.0001);
  });

  test("another period has other values, and agrees with nothing", async () => {
    const { year, whole } = await query(
      database,
      `{ year: factSheet(from: "2020-01-01", to: "2020-12-31") { figures { code value agrees } }
         whole: factSheet { figures { code value } } }`,
    );
    const of = (sheet: Node, code: string) => Number(sheet.figures.find((figure: Node) => figure.code === code).value);
    expect(of(year, "FAMILIES")).toBeLessThan(of(whole, "FAMILIES"));
    expect(of(year, "FAMILY_FINANCING")).toBeLessThan(of(whole, "FAMILY_FINANCING"));
    expect(year.figures.find(({ code }: Node) => code === "INCOME_CHANGE").value).toBeNull();
    expect(new Set(year.figures.map(({ agrees }: Node) => agrees))).toEqual(new Set([null]));
    const { errors } = await execute(database, `{ factSheet(from: "2022-01-01", to: "2018-01-01") { from } }`);
    expect(errors?.[0]?.extensions.code).toBe("BAD_ARGUMENT");
  });

  test("the public is told whole years, and no part of one", async () => {
    const ask = async (args: string) =>
      (
        await query(
          database,
          `{ factSheet${args} { figures(codes: ["FAMILIES", "CACAO_HECTARES"]) { value suppressed { reason } } } }`,
          {},
          viewerOf("public"),
        )
      ).factSheet.figures;
    for (const { value } of await ask("")) expect(Number(value)).toBeGreaterThan(0);
    for (const { value, suppressed } of await ask(`(from: "2020-01-01", to: "2020-03-31")`)) {
      expect([value, suppressed.reason]).toEqual([null, "SMALL_CELL"]);
    }
  });

  test("indicators tell what was reached, by year and by region, with its lineage", async () => {
    const { indicators } = await query(
      database,
      `{ indicators(first: 50) { nodes { code actual baselineValue targetValue lineage { definition records query }
         actualsByYear { year value } actualsByRegion { region { ubigeo } value } } } }`,
    );
    const of = (code: string): Node => indicators.nodes.find((node: Node) => node.code === code);
    expect(of("AD-FAMILIES").actual).toBe("872");
    expect(sum(of("AD-FAMILIES").actualsByYear, ({ value }) => value)).toBe(872);
    expect(sum(of("AD-FAMILIES").actualsByRegion, ({ value }) => value)).toBe(872);
    expect(of("AD-FAMILIES").actualsByYear.map(({ year }: Node) => year)).toEqual([2018, 2019, 2020, 2021, 2022]);
    expect(sum(of("AD-CONNECTED-LOCALITIES").actualsByRegion, ({ value }) => value)).toBe(
      Number(of("AD-CONNECTED-LOCALITIES").actual),
    );
    expect(of("AD-CACAO-HECTARES").lineage.query).toContain("CACAO");
    expect(of("ACP-II-FAMILIES")).toMatchObject({ actual: null, targetValue: "20000", lineage: null });
    const withActual = indicators.nodes.filter(({ actual }: Node) => actual !== null);
    expect(withActual.length).toBeGreaterThan(12);
    for (const { lineage } of withActual) expect(lineage.records).toBeGreaterThan(0);
  });
});
