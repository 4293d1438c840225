import { existsSync, globSync, readFileSync } from "node:fs";
import { type GraphQLError, getIntrospectionQuery, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { schema } from "../index.ts";
import {
  checkCost,
  checkShape,
  costOf,
  defaultLimits,
  LIST_SIZE,
  type OperationCost,
  shapeOf,
  TOTALS_COST,
} from "./index.ts";

const root = new URL("../../..", import.meta.url).pathname;

function cost(text: string, variables: Record<string, unknown> = {}): OperationCost {
  const found = costOf(schema, parse(text), undefined, variables);
  if (!found) throw new Error("The operation is wrong.");
  return found;
}

const code = (error: GraphQLError | undefined) => error?.extensions.code;

describe("the cost of an operation", () => {
  test("is the number of objects that it could return, and the weight of totals", () => {
    expect(cost('{ region(ubigeo: "22") { name } }').cost).toBe(1);
    // The connection, its 20 items, and for each a connection of 3.
    expect(cost("{ regions { nodes { families(first: 3) { nodes { code } } } } }").cost).toBe(1 + 20 + 20 + 60);
    expect(cost("{ regions(first: 5) { edges { node { name } } } }").cost).toBe(1 + 5 + 5);
    expect(
      cost("{ regions(first: 5) { totalCount nodes { families { totalCount sum: suppressed { reason } } } } }").cost,
    ).toBe(1 + TOTALS_COST.open + 1 + 5 + 5 + (TOTALS_COST.protected + 5) + 5);
    expect(cost("{ families(first: 2) { nodes { incomes { year } } } }").cost).toBe(1 + 2 + 2 * LIST_SIZE);
    expect(cost("{ __schema { types { name } } }").cost).toBe(0);
    // The example of the server's README.
    const readme = readFileSync(new URL("../../../server/README.md", import.meta.url), "utf8");
    const example = "{ regions(first: 5) { totalCount nodes { families { totalCount } } } }";
    expect(readme).toContain(`\`${example}\``);
    expect(readme).toContain(`those: ${cost(example).cost.toLocaleString("en")}.`);
  });

  const deep = (size: string) => `families(first: ${size}) { nodes { farms(first: ${size}) { nodes { code } } } }`;
  const written = cost(`{ ${deep("100")} }`).cost;
  test.each([
    ["variables", `query ($n: Int) { ${deep("$n")} }`, { n: 100 }],
    ["defaults of variables", `query ($n: Int = 100) { ${deep("$n")} }`, {}],
    [
      "a variable that is null counts as absent, and the page as the default",
      `query ($n: Int = 3) { ${deep("$n")} }`,
      { n: null },
    ],
    [
      "fragments",
      `{ ...A } fragment A on Query { families(first: 100) { ...B } } fragment B on FamilyConnection { nodes { farms(first: 100) { nodes { code } } } }`,
      {},
    ],
    [
      "inline fragments",
      `{ ... on Query { families(first: 100) { ... { nodes { farms(first: 100) { nodes { code } } } } } } }`,
      {},
    ],
    ["last", `{ families(last: 100) { nodes { farms(last: 100) { nodes { code } } } } }`, {}],
  ])("is found through %s", (name, text, variables) => {
    const found = cost(text, variables).cost;
    expect(found).toBe(name.includes("null") ? 1 + 20 + 20 + 400 : written);
  });

  test("is found through aliases, each of which runs", () => {
    expect(cost(`{ a: ${deep("100")} b: ${deep("100")} }`).cost).toBe(2 * written);
  });

  test("leaves out what is skipped, and only that", () => {
    expect(
      cost(
        `query ($no: Boolean = false) { ${deep("100").replace(")", ") @include(if: $no)")} regions(first: 1) { nodes { name } } }`,
      ).cost,
    ).toBe(2);
    expect(cost(`query ($no: Boolean!) { ${deep("100").replace(")", ") @skip(if: $no)")} }`, { no: false }).cost).toBe(
      written,
    );
  });

  test("of nodes is that of the ids", () => {
    expect(cost(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, { ids: ["a", "b", "c"] }).cost).toBe(3);
  });
});

describe("an operation over a limit is told which, by how much", () => {
  const nested = (levels: number): string =>
    levels === 0 ? "name" : `localGovernments { nodes { region { ${nested(levels - 1)} } } }`;
  test.each([
    [
      "DEPTH_TOO_LARGE",
      (n: number) =>
        `{ ${'region(ubigeo: "22") { provinces { nodes { '.repeat(1)}${"region { provinces { nodes { ".repeat(n)} name ${"} } }".repeat(n)} ${"} } }".repeat(1)} }`,
      5,
      6,
    ],
    [
      "TOO_MANY_ALIASES",
      (n: number) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: __typename`).join(" ")} }`,
      50,
      51,
    ],
    ["TOO_MANY_REPEATED_FIELDS", (n: number) => `{ ${"__typename ".repeat(n)} }`, 51, 52],
    [
      "TOO_MANY_DIRECTIVES",
      (n: number) => `{ region(ubigeo: "22") { ${"name @include(if: true) ".repeat(n)} } }`,
      50,
      51,
    ],
    ["TOO_MANY_DIRECTIVES", (n: number) => `{ __typename ${"@x ".repeat(n)} }`, 5, 6],
    [
      "TOO_MANY_FIELDS",
      (n: number) => `{ ${Array.from({ length: n }, (_, i) => `region(ubigeo: "${i}") { name }`).join(" ")} }`,
      1,
      1001,
    ],
    [
      "INTROSPECTION_TOO_DEEP",
      (n: number) => `{ __schema { types { ${"fields { type { ".repeat(n)} name ${"} }".repeat(n)} } } }`,
      2,
      3,
    ],
  ])("%s", (expected, text, most, over) => {
    expect(code(checkShape(shapeOf(parse(text(over))), defaultLimits))).toBe(expected);
    const fits = code(checkShape(shapeOf(parse(text(most))), defaultLimits));
    expect(fits === expected).toBe(false);
  });

  test("LISTS_TOO_NESTED, COST_TOO_LARGE and PAGE_TOO_LARGE", () => {
    const lists = cost(`{ ${nested(4)} }`);
    expect(lists.listDepth).toBe(4);
    expect(code(checkCost({ ...lists, listDepth: 8 }, defaultLimits))).toBe("LISTS_TOO_NESTED");
    expect(
      code(
        checkCost(
          cost(
            `{ families(first: 100) { nodes { farms(first: 100) { nodes { plots(first: 100) { nodes { code } } } } } } }`,
          ),
          defaultLimits,
        ),
      ),
    ).toBe("COST_TOO_LARGE");
    const page = checkCost(cost("query ($n: Int = 101) { families(last: $n) { nodes { code } } }"), defaultLimits);
    expect([code(page), page?.extensions.argument]).toEqual(["PAGE_TOO_LARGE", "last"]);
    expect(checkCost(cost("{ families(last: 100) { nodes { code } } }"), defaultLimits)).toBeUndefined();
  });

  test("a document of a few lines that unfolds into billions of fields is read in no time", () => {
    const fragments = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
    const bomb = `{ ...F0 } ${fragments.join(" ")} fragment F40 on Query { __typename }`;
    expect(code(checkShape(shapeOf(parse(bomb)), defaultLimits))).toBe("TOO_MANY_FIELDS");
  });
});

describe("what is asked in earnest fits", () => {
  const files = globSync("{server/explorer/gallery/*,sdk/operations,test/golden}/*.graphql", { cwd: root });
  test.each(files)("%s", (file) => {
    const text = readFileSync(root + file, "utf8");
    expect(checkShape(shapeOf(parse(text)), defaultLimits)).toBeUndefined();
    const [, example] = /^# Example: (.*)$/m.exec(text) ?? [];
    const beside = root + file.replace(/\.graphql$/, ".variables.json");
    const variables = existsSync(beside) ? readFileSync(beside, "utf8") : example?.replace(/(\w+):/g, '"$1":');
    expect(checkCost(cost(text, JSON.parse(variables ?? "{}")), defaultLimits)).toBeUndefined();
  });

  test.each([
    {},
    {
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    },
  ])("the questions that tools ask about the schema, with %o", (options) => {
    const document = parse(getIntrospectionQuery(options));
    expect(checkShape(shapeOf(document), defaultLimits)).toBeUndefined();
  });
});
