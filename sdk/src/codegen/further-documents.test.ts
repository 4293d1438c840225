import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { idOf } from "../../codegen/identified.ts";
import { createClient, type ResultOf, readyDocument } from "../index.ts";
import { allFarms, allOf, deep, Farms, farmsOf, serving } from "../pages/testing.ts";
import { furtherDocuments } from "./further-documents.ts";
import { chacraSchema } from "./index.ts";

const schema = buildSchema(readFileSync(chacraSchema, "utf8"));
const pageInfo = "pageInfo { hasNextPage endCursor }";

test("a server that runs registered documents only is gone through, nested connections too", async () => {
  const text = `query Farms($ubigeo: String!, $after: String, $first: Int) { region(ubigeo: $ubigeo) { families(after: $after) {
    nodes { id __typename farms(first: $first) { nodes { code } ${pageInfo} } } ${pageInfo} } } }`;
  const registered = new Map([[idOf(text), text], ...furtherDocuments(schema, text)]);
  const asked: unknown[] = [];
  const { url } = await serving((request) => {
    const { documentId } = request;
    asked.push(documentId);
    if (registered.has(String(documentId))) return farmsOf(request);
    return { errors: [{ message: "Unknown.", extensions: { code: "DOCUMENT_NOT_FOUND" } }] };
  });
  const chacra = createClient({ url, documents: "id" });
  const document = readyDocument<ResultOf<typeof Farms>, { ubigeo: string }>(text, idOf(text));
  const farms = await allOf(chacra.pages(document, { ubigeo: "22" }, deep));
  expect(farms.map(({ code }) => code)).toEqual(allFarms);
  expect(new Set(asked)).toEqual(new Set(registered.keys()));
  expect(registered.size).toBe(2);
});

test("those of a document that has no id are sent as text, as it is", async () => {
  const asked: unknown[] = [];
  const { url } = await serving((request) => {
    asked.push(request.documentId);
    return farmsOf(request);
  });
  const farms = await allOf(createClient({ url, documents: "id" }).pages(Farms, { ubigeo: "22" }, deep));
  expect(farms).toHaveLength(allFarms.length);
  expect(new Set(asked)).toEqual(new Set([undefined]));
});

test("there is one for each type that has such a connection, however deep, and none where there are no pages to ask for", () => {
  const textsOf = (selections: string) =>
    furtherDocuments(schema, `query Q($a: String) { ${selections} }`).map(([, text]) => text.replace(/\s+/g, " "));
  const line = `${pageInfo}`;
  expect(textsOf(`families(after: $a) { nodes { id __typename code } ${line} }`)).toEqual([]);
  expect(textsOf(`families(after: $a) { nodes { id __typename farms { nodes { code } } } ${line} }`)).toEqual([]);
  const deeper = `plots { nodes { crop } ${line} }`;
  expect(
    textsOf(
      `families(after: $a) { edges { node { id __typename farms { nodes { id __typename ...F } ${line} } } } ${line} } } fragment F on Farm { ${deeper}`,
    ),
  ).toEqual([
    expect.stringMatching(/^query QFurther\(.*\.\.\. on Family \{ farms\(after: \$after\) \{.*fragment F on Farm/),
    expect.stringMatching(/^query QFurther\(.*\.\.\. on Farm \{ \.\.\. on Farm \{ plots\(after: \$after\)/),
  ]);
  const some = `id __typename ... on Family { farms { nodes { code } ${line} } }`;
  expect(textsOf(`investments(after: $a) { nodes { id __typename recipient { ${some} } } ${line} }`)).toEqual([
    expect.stringContaining("... on Investment { recipient { ... on Family { farms(after: $after)"),
  ]);
});
