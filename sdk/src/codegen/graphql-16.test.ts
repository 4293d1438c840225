import { readFileSync } from "node:fs";
import { buildSchema, parse, version } from "graphql";
import { expect, test, vi } from "vitest";
import { worstCaseOf } from "../../../schema/src/limits/worst-case.ts";
import { chacraSchema } from "./index.ts";

// Teams may have either; the formula is written with what a server has.
vi.mock("graphql", () => import("graphql-16"));

test("a document costs the same with graphql 16, variables and all", () => {
  expect(version).toMatch(/^16\./);
  const schema = buildSchema(readFileSync(chacraSchema, "utf8"));
  const text = `
    query Deep($n: Int = 3, $m: Int!, $wide: Boolean!, $order: [FarmOrderBy!]!, $crop: Crop!) {
      families(first: $n) @include(if: $wide) { totalCount nodes { farms(last: $m, orderBy: $order) { nodes { code } } } }
      plots(first: 2, where: { crop: { equals: $crop } }) { nodes { crop } }
    }
  `;
  expect(worstCaseOf(schema, parse(text))).toMatchObject({
    cost: 1 + 1001 + 100 + 100 + 100 * 100 + 1 + 2,
    listDepth: 2,
    variables: { n: 100, m: 100, wide: true, order: [], crop: "BANANA" },
  });
});
