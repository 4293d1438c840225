import { parse, separateOperations } from "graphql";
import { describe, expect, test } from "vitest";
import { schema } from "../index.ts";
import { costOf, type WorstCase, worstCaseOf } from "./index.ts";

function worst(text: string, name?: string): WorstCase {
  const found = worstCaseOf(schema, parse(text), name);
  if (!found) throw new Error("The operation is wrong.");
  return found;
}

describe("the most that an operation can cost", () => {
  test("is that of the largest pages where variables say how large, whatever their defaults", () => {
    const { cost, variables } = worst(
      "query ($n: Int = 3, $m: Int!) { families(first: $n) { nodes { farms(last: $m) { nodes { code } } } } }",
    );
    expect(variables).toEqual({ n: 100, m: 100 });
    expect(cost).toBe(1 + 100 + 100 + 100 * 100);
  });

  test("takes what is written for what it is", () => {
    expect(worst("{ families(first: 5) { nodes { code } } }")).toMatchObject({ cost: 6, variables: {}, listDepth: 1 });
    expect(worst("{ families { nodes { code } } }").cost).toBe(21);
  });

  test("takes as many ids as there may be, and as many rows of an analysis as a page has items", () => {
    expect(worst("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }").cost).toBe(100);
    const rows = "rows { key { crop } count }";
    const { cost, variables } = worst(`query ($n: Int = 5) { plotAnalysis(first: $n) { ${rows} } }`);
    expect(variables).toEqual({ n: 100 });
    expect(cost).toBe(worst(`{ plotAnalysis { ${rows} } }`).cost);
  });

  test("includes whatever can be, and of what excludes each other the more", () => {
    const text = `query ($a: Boolean!, $b: Boolean!, $either: Boolean = true) {
      one: families(first: 10) @include(if: $a) { nodes { code } }
      two: families(first: 10) @skip(if: $b) { nodes { code } }
      three: families(first: 1) @include(if: $either) { nodes { code } }
      four: families(first: 50) @skip(if: $either) { nodes { code } }
    }`;
    expect(worst(text)).toMatchObject({ cost: 11 + 11 + 51, variables: { a: true, b: false, either: false } });
  });

  test("fills in whatever else is required", () => {
    const text = `query ($ubigeo: String!, $where: FamilyWhere!, $order: [FamilyOrderBy!]!, $crop: Crop!, $since: Date!, $from: Int!, $n: Int) {
      region(ubigeo: $ubigeo) { families(first: $n, where: $where, orderBy: $order) { nodes { code } } }
      plots(first: 1, where: { crop: { equals: $crop } }) { nodes { crop } }
      families(first: 1, where: { enrolledOn: { gte: $since } }) { nodes { code } }
      incomeChangeAnalysis(from: $from, to: 2022, first: 7) { rows { count } }
    }`;
    const found = worst(text);
    expect(costOf(schema, parse(text), undefined, found.variables)?.cost).toBe(found.cost);
    expect(found.parts).toContainEqual({ path: "region.families.nodes", what: "objects", objects: 100 });
    expect(found.parts).toContainEqual({ path: "incomeChangeAnalysis.rows", what: "objects", objects: 7 });
  });

  test("is of one operation alone, with its fragments", () => {
    const text = `
      query One($n: Int) { regions(first: 2) { nodes { ...Part } } zones(first: $n) { nodes { code } } }
      query Other($n: Int!) { nodes(ids: ["a"]) { id } plotAnalysis(first: $n) { rows { count } } }
      fragment Part on Region { families(first: 4) { totalCount nodes { code } } }
    `;
    expect(worst(text, "One").variables).toEqual({ n: 100 });
    const alone = separateOperations(parse(text)).One;
    expect(alone && worstCaseOf(schema, alone)).toEqual(worst(text, "One"));
  });

  test("is made of parts, which say where it comes from and add up", () => {
    const { cost, parts } = worst(
      "{ regions(first: 2) { nodes { all: families(first: 4) { totalCount nodes { code } } } } }",
    );
    expect(parts[0]).toEqual({ path: "regions.nodes.all", what: "totals", objects: 1002 });
    expect(parts[1]).toEqual({ path: "regions.nodes.all.nodes", what: "objects", objects: 8 });
    expect(parts.reduce((sum, { objects }) => sum + objects, 0)).toBe(cost);
  });
});

test("an operation that there is not has none", () => {
  expect(worstCaseOf(schema, parse("query One { zones { totalCount } }"), "Other")).toBeUndefined();
});
