import { describe, expect, test } from "vitest";
import { ChacraCodegenError } from "./index.ts";
import { project } from "./testing.ts";

const below = new URL("../generated/", import.meta.url);

/** What GraphQL Code Generator fails with. */
async function failure(files: Record<string, string>, config: object = {}): Promise<ChacraCodegenError> {
  const { error, made } = await project(below, files).generate(config);
  expect(made).toEqual({});
  const [found] = (error as AggregateError).errors;
  expect(found).toBeInstanceOf(ChacraCodegenError);
  expect((error as Error).message).toContain(found.message);
  return found;
}

describe("a document over its budget", () => {
  const src = {
    "src/deep.graphql":
      "query Deep($n: Int) { regions(first: $n) { nodes { families(first: 3) { nodes { code } } } } } query Small { zones { nodes { code } } }",
  };

  test("fails the build, which tells what costs most and how to allow it", async () => {
    const error = await failure(src, { budget: 500 });
    expect(error.code).toBe("OVER_BUDGET");
    expect(error.message).toMatch(
      /^OVER_BUDGET: Deep in .*src\/deep\.graphql could cost 501 objects; its budget is 500\.\n {3}60 % {2}300 {2}regions\.nodes\.families\.nodes\n/,
    );
    expect(error.message).toContain("presetConfig.budgets: { Deep: 501 }");
    expect(error.message).not.toContain("Small");
  });

  test("is told of totals by their name", async () => {
    const error = await failure(
      { "src/a.graphql": "{ families { totalCount } }".replace("{", "query Totals {") },
      { budget: 100 },
    );
    expect(error.message).toContain("totals of families");
  });

  test("may have a budget of its own", async () => {
    const { costs, error } = await project(below, src).generate({ budget: 100, budgets: { Deep: 501 } });
    expect(error).toBeNull();
    expect(costs.map(({ name, cost, budget, listDepth }) => [name, cost, budget, listDepth])).toEqual([
      ["Deep", 501, 501, 2],
      ["Small", 21, 100, 1],
    ]);
  });
});

describe("what is wrong is told with its code and its place", () => {
  const zones = "query Zones { zones { nodes { code } } }";
  test.each([
    [
      "a field that the graph does not have",
      { "src/a.ts": "const q = /* GraphQL */ `\n  query A { zones { nodes { colour } } }\n`;" },
      {},
      "GRAPHQL_VALIDATION_FAILED",
      /Cannot query field "colour" on type "Zone"\.[\s\S]*a\.ts:2:29/,
    ],
    [
      "two operations of one name",
      { "src/a.graphql": zones, "src/b.graphql": zones.replace("code", "name") },
      {},
      "GRAPHQL_VALIDATION_FAILED",
      /only one operation named "Zones"[\s\S]*a\.graphql[\s\S]*b\.graphql/,
    ],
    ["an operation without a name", { "src/a.graphql": "{ zones { totalCount } }" }, {}, "NO_NAME", /a\.graphql/],
    [
      "a name of the graph's",
      { "src/a.graphql": "query Crop { zones { totalCount } }" },
      {},
      "NAME_TAKEN",
      /Crop in .*a\.graphql/,
    ],
    [
      "names that come to the same",
      { "src/a.graphql": `${zones} fragment zones on Zone { code }` },
      {},
      "NAME_TAKEN",
      /Zones.* is made of /,
    ],
    [
      "a page that no server gives",
      { "src/a.graphql": "query A { zones(first: 101) { totalCount } }" },
      {},
      "PAGE_TOO_LARGE",
      /A in .*a\.graphql.*first must be 100 or less, not 101/,
    ],
    [
      "an option that there is not",
      { "src/a.graphql": zones },
      { buget: 5 },
      "BAD_OPTION",
      /no option buget; there are budget, budgets, documents, report/,
    ],
    [
      "a budget that is none",
      { "src/a.graphql": zones },
      { budget: "500" },
      "BAD_OPTION",
      /presetConfig\.budget cannot be "500"/,
    ],
    ["a budget of nothing", { "src/a.graphql": zones }, { budgets: { Zone: 500 } }, "BAD_OPTION", /budgets names Zone/],
  ])("%s", async (_, files, config, code, message) => {
    const error = await failure(files, config);
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(message)]);
  });
});
