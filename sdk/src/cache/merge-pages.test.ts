import { expect, test } from "vitest";
import { graphql } from "../index.ts";
import { cached, watch } from "./testing.ts";

const all = Array.from({ length: 7 }, (_, index) => ({ __typename: "Family", id: `id-${index}`, code: `${index}` }));

/** A page of seven families, forward or backward; a cursor is the place of its item. */
function families(asked: { variables: Record<string, unknown> }) {
  const { first, last, after, before, where } = asked.variables;
  let items = where ? all.filter((_, index) => index % 2 === 0) : all;
  if (typeof after === "string") items = items.slice(items.findIndex(({ code }) => code === after) + 1);
  if (typeof before === "string")
    items = items.slice(
      0,
      items.findIndex(({ code }) => code === before),
    );
  const page = typeof last === "number" ? items.slice(-last) : items.slice(0, Number(first));
  const nodes = page.map((family) => ({ ...family }));
  return {
    data: {
      families: {
        __typename: "FamilyConnection",
        totalCount: items.length,
        nodes,
        edges: nodes.map((node) => ({ __typename: "FamilyEdge", cursor: node.code, node })),
        pageInfo: {
          __typename: "PageInfo",
          startCursor: page[0]?.code ?? null,
          endCursor: page.at(-1)?.code ?? null,
          hasNextPage: typeof first === "number" && page.length < items.length,
          hasPreviousPage: typeof last === "number" && page.length < items.length,
        },
      },
    },
  };
}

const Families = graphql(`
  query Families($first: Int, $last: Int, $after: String, $before: String, $where: FamilyWhere, $orderBy: [FamilyOrderBy!]) {
    families(first: $first, last: $last, after: $after, before: $before, where: $where, orderBy: $orderBy) {
      totalCount
      nodes { id code }
      edges { cursor node { id code } }
      pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
    }
  }
`);

type Page = ReturnType<typeof families>["data"]["families"];
const of = (data: { families: unknown } = expect.unreachable("there is no data")) => {
  const { nodes, edges, pageInfo } = data.families as Page;
  const [codes, cursors] = [nodes.map(({ code }) => code).join(""), edges.map(({ cursor }) => cursor).join("")];
  expect(edges.map(({ node }) => node.code).join("")).toBe(codes);
  expect(cursors).toBe(codes);
  return [codes, pageInfo.startCursor, pageInfo.endCursor, pageInfo.hasPreviousPage, pageInfo.hasNextPage];
};

test("pages forward come with those before them, nodes and edges", async () => {
  const { ask, kept, seen } = await cached(families);
  expect(of((await ask(Families, { first: 3 })).data)).toEqual(["012", "0", "2", false, true]);
  expect(of((await ask(Families, { first: 3, after: "2" })).data)).toEqual(["012345", "0", "5", false, true]);
  expect(of((await ask(Families, { first: 3, after: "5" })).data)).toEqual(["0123456", "0", "6", false, false]);
  expect(of(kept(Families, { first: 3 }))).toEqual(["012", "0", "2", false, true]);
  expect(of(kept(Families, { first: 3, after: "5" }))).toEqual(["0123456", "0", "6", false, false]);
  expect(seen).toHaveLength(3);
});

test("pages backward come with those after them", async () => {
  const { ask } = await cached(families);
  expect(of((await ask(Families, { last: 3 })).data)).toEqual(["456", "4", "6", true, false]);
  expect(of((await ask(Families, { last: 3, before: "4" })).data)).toEqual(["123456", "1", "6", true, false]);
  expect(of((await ask(Families, { last: 3, before: "1" })).data)).toEqual(["0123456", "0", "6", false, false]);
});

test("another filter, another order and a shorter beginning are lists of their own", async () => {
  const { ask, kept } = await cached(families);
  const where = { enrolledOn: { gte: "2020-01-01" } };
  await ask(Families, { first: 2 });
  await ask(Families, { first: 3 });
  await ask(Families, { first: 3, after: "2" });
  await ask(Families, { first: 2, where });
  await ask(Families, { first: 3, orderBy: [{ code: "ASC" }] });
  expect(of((await ask(Families, { first: 2, after: "2", where })).data)[0]).toBe("0246");
  expect(of((await ask(Families, { first: 2, after: "1", orderBy: [{ code: "ASC" }] })).data)[0]).toBe("23");
  expect(of(kept(Families, { first: 2 }))[0]).toBe("01");
  expect(of(kept(Families, { first: 3, after: "2" }))[0]).toBe("012345");
});

test("a page whose beginning is not there stands alone", async () => {
  const { ask } = await cached(families);
  expect(of((await ask(Families, { first: 2, after: "3" })).data)[0]).toBe("45");
});

test("each page stands alone with mergePages: false", async () => {
  const { ask } = await cached(families, { mergePages: false });
  await ask(Families, { first: 3 });
  expect(of((await ask(Families, { first: 3, after: "2" })).data)[0]).toBe("345");
});

test("a page is there though those before it lack a field that it asks for", async () => {
  const { ask, urql } = await cached(families);
  const Bare = graphql(`
    query Bare($first: Int, $after: String) {
      families(first: $first, after: $after) { nodes { code } pageInfo { endCursor } }
    }
  `);
  await ask(Bare, { first: 3 });
  const { results, unsubscribe } = watch(urql, Families, { first: 3, after: "2" });
  await expect.poll(() => results.length).toBe(1);
  unsubscribe();
  expect(of(results[0] as { families: Page })[0]).toMatch(/345$/);
});
