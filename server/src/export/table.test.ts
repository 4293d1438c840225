import { schema } from "@chacra/schema";
import { type GraphQLError, getVariableValues, parse, print, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { asAsked, cellOf } from "./flatten.ts";
import { PAGE_INFO, pagedDocuments } from "./pages.ts";
import { tableOf } from "./table.ts";

function read(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const [operation] = document.definitions;
  const declared = operation?.kind === "OperationDefinition" ? (operation.variableDefinitions ?? []) : [];
  const { variableValues } = getVariableValues(schema, declared, variables);
  return { document, table: tableOf({ schema, document, operationName: null, variableValues }) };
}

const names = (text: string, variables?: Record<string, unknown>) =>
  read(text, variables).table.columns.map(({ name }) => name);

describe("the table in an answer", () => {
  test("is its one list, wherever it lies, with dotted columns that leave the steps of connections out", () => {
    const { table } = read(`{
      region(ubigeo: "22") {
        name
        farms(first: 2) { totalCount edges { cursor node { id: code localGovernment { name } plots { nodes { crop } } } } pageInfo { hasNextPage } }
      }
    }`);
    expect([table.path, table.rowPath, table.name]).toEqual([["region", "farms"], ["edges"], "farms"]);
    expect(table.columns.map(({ name }) => name)).toEqual(["cursor", "id", "localGovernment.name", "plots.crop"]);
    expect(table.columns[3]).toMatchObject({ path: ["node", "plots", "nodes", "crop"], type: "Crop" });
    expect(table.columns[3]?.description).not.toBe("");
  });

  test("takes an analysis' rows and a list without pages too", () => {
    expect(names("{ familyAnalysis { rowCount rows { key { region { name } year } count } } }")).toEqual([
      "key.region.name",
      "key.year",
      "count",
    ]);
    expect(names("{ factSheet { from figures { code value source { title } } } }")).toEqual([
      "code",
      "value",
      "source.title",
    ]);
  });

  test("follows fragments, aliases and conditions, as executing does", () => {
    const text = `query ($names: Boolean = false) {
      investments { nodes { ...Money recipient { __typename ... on Family { code } ... on LocalGovernment { code: ubigeo name @include(if: $names) } } } }
    }
    fragment Money on Investment { worth: amount { amount } }`;
    expect(names(text)).toEqual(["worth.amount", "recipient.__typename", "recipient.code"]);
    expect(names(text, { names: true })).toContain("recipient.name");
  });

  test.each([
    ["{ viewer { role } }", "no list"],
    ["{ a: regions { nodes { name } } b: zones { nodes { code } } }", "several lists: a, b"],
    ["{ regions { totalCount } }", "regions is asked for no nodes"],
  ])("is refused, with what would be right: %s", (text, why) => {
    try {
      read(text);
      expect.unreachable();
    } catch (error) {
      const { message, extensions } = error as GraphQLError;
      expect([extensions?.code, message]).toEqual(["NOT_A_TABLE", expect.stringContaining(why)]);
      expect(message).toContain("Ask for");
    }
  });
});

describe("the documents of its pages", () => {
  const text = `query ($where: FarmWhere) {
    farms(where: $where, after: "x") { nodes { code localGovernment { name } plots { nodes { crop } } few: plots(first: 2) { nodes { crop } } } }
  }`;

  test("fit the schema and ask for a page, its end, and whether lists within go on", () => {
    const { document, table } = read(text);
    const { first, next } = pagedDocuments(document, table, true);
    for (const made of [first, next]) expect(validate(schema, made)).toEqual([]);
    expect(print(first)).toContain('farms(where: $where, after: "x", first: 100)');
    expect(print(first)).toContain("chacraTotal: totalCount");
    expect(print(next)).toContain("farms(where: $where, first: 100, after: $chacraAfter)");
    expect(print(next)).not.toContain("totalCount");
    for (const made of [first, next]) {
      expect(print(made).match(/chacraPageInfo: pageInfo \{\s+hasNextPage\s+\}/g)).toHaveLength(1);
      expect(print(made).match(/chacraPlace: coordinates/g)).toHaveLength(1);
    }
  });

  test("leave a page alone whose size was asked for", () => {
    const { document, table } = read("{ farms(first: 7) { nodes { code } } }");
    const { first } = pagedDocuments(document, table, false);
    expect(print(first)).toBe(print(document));
  });
});

describe("a cell", () => {
  const { table } = read("{ farms { nodes { code localGovernment { name } plots { nodes { crop hectares } } } } }");
  const [code, place, crops, hectares] = table.columns;
  const row = {
    code: "F1",
    localGovernment: null,
    plots: {
      nodes: [
        { crop: "CACAO", hectares: null },
        { crop: "COFFEE", hectares: 0 },
      ],
    },
  };
  const cells = (of: unknown) => [code, place, crops, hectares].map((column) => cellOf(of, column ?? { path: [] }));

  test("is a value, nothing, or the values of a list with the places of those that are missing", () => {
    expect(cells(row)).toEqual(["F1", null, "CACAO; COFFEE", "; 0"]);
    expect(cells({ ...row, plots: { nodes: [] } })).toEqual(["F1", null, null, null]);
    expect(cells({ ...row, plots: { nodes: [{ crop: "CACAO", hectares: 1.5 }] } })).toEqual(["F1", null, "CACAO", 1.5]);
  });

  test("shows where a list within goes on beyond its page, and so does the row as JSON", () => {
    const cut = { ...row, plots: { ...row.plots, [PAGE_INFO]: { hasNextPage: true } } };
    expect(cells(cut)).toEqual(["F1", null, "CACAO; COFFEE; …", "; 0; …"]);
    expect(asAsked(cut)).toEqual({ ...row, plots: { ...row.plots, pageInfo: { hasNextPage: true } } });
    expect(asAsked({ ...row, plots: { ...row.plots, [PAGE_INFO]: { hasNextPage: false } } })).toEqual(row);
  });
});
