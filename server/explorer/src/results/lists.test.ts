import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { cellOf } from "../../../src/export/flatten.ts";
import { chartChoice } from "./chart-choice.ts";
import { type List, listsOf, mainList, singleColumns } from "./lists.ts";

const schema = buildSchema(`
  type Query { zones: ZoneConnection! analysis: Analysis! }
  type ZoneConnection { totalCount: Int pageInfo: PageInfo! nodes: [Zone!]! edges: [ZoneEdge!]! }
  type ZoneEdge { node: Zone! }
  type PageInfo { hasNextPage: Boolean! }
  type Zone { code: String! name: String! areas: [Area!]! }
  type Area { year: Int! "Area in hectares." hectares: Float! sources: [Source!]! }
  type Source { title: String! }
  type Analysis { rowCount: Int! rows: [Row!]! }
  type Row { key: Key! count: Int "Area of the plots in hectares." area: Measures! }
  type Key { year: Int! crop: String! region: Zone! }
  type Measures { "The sum." sum: Float }
`);

function lists(query: string, data: object): List[] {
  return listsOf(schema, { query, operationName: undefined, variables: {}, result: { data: data as never } });
}

function cells(list: List | undefined): unknown[][] {
  return (list?.rows ?? []).map((row) => list?.columns.map((column) => cellOf(row, column)) ?? []);
}

const zones = {
  zones: {
    totalCount: 40,
    nodes: [
      {
        code: "A",
        name: "Alto",
        areas: [
          { year: 2020, hectares: 5, sources: [{ title: "s" }, { title: "t" }] },
          { year: 2021, hectares: 4, sources: [{ title: "s" }] },
        ],
      },
      { code: "B", name: "Bajo", areas: [] },
    ],
  },
};

test("the outermost list has the columns and cells of a CSV, and lists inside its rows are there to choose", () => {
  const [outer, areas, sources] = lists(
    "{ zones { totalCount nodes { code name areas { year hectares sources { title } } } } }",
    zones,
  );
  expect(outer).toMatchObject({ name: "zones", total: 40 });
  expect(cells(outer)).toEqual([
    ["A", "Alto", "2020; 2021", "5; 4", "s; t; s"],
    ["B", "Bajo", null, null, null],
  ]);
  expect(areas?.name).toBe("zones.areas");
  expect(cells(areas)).toEqual([
    ["A", "Alto", 2020, 5],
    ["A", "Alto", 2021, 4],
  ]);
  expect(cells(sources)).toHaveLength(3);
});

test("the list that is looked at first has numbers of its own", () => {
  const found = lists("{ zones { nodes { code areas { hectares } } } }", zones);
  expect(mainList(found)?.name).toBe("zones.areas");
  expect(singleColumns(found[0] as List).map(({ name }) => name)).toEqual(["code"]);
});

const key = (year: number, crop: string, code: string) => ({ year, crop, region: { code, name: `Region ${code}` } });

test.each([
  {
    name: "lines along years, coloured by crop",
    query: "{ analysis { rows { key { year crop } count area { sum } } } }",
    rows: [2020, 2021].flatMap((year) => ["CACAO", "COFFEE"].map((crop) => ({ key: key(year, crop, "1") }))),
    choice: { kind: "line", x: "key.year", y: "area.sum", colour: "key.crop" },
  },
  {
    name: "bars of names, rather than of codes",
    query: "{ analysis { rows { key { region { code name } } count } } }",
    rows: ["1", "2"].map((code) => ({ key: key(2020, "CACAO", code) })),
    choice: { kind: "bar", x: "key.region.name", y: "count", colour: "" },
  },
])("a chart begins as $name", ({ query, rows, choice }) => {
  const measured = rows.map((row) => ({ ...row, count: 3, area: { sum: 7 } }));
  const [list] = lists(query, { analysis: { rows: measured } });
  expect(list && chartChoice(list)).toEqual(choice);
});

test("of several lists those that are asked for rows can be looked at", () => {
  const query = "{ zones { totalCount } a: zones { nodes { code } } b: zones { edges { node { name } } } }";
  const data = { zones: {}, a: { nodes: [{ code: "A" }] }, b: { edges: [{ node: { name: "B" } }] } };
  const answer = { query, operationName: undefined, variables: {}, result: { data: data as never } };
  expect(listsOf(schema, answer).map((list) => [list.name, cells(list)])).toEqual([
    ["a", [["A"]]],
    ["b", [["B"]]],
  ]);
});
