import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { ChacraError, type ConnectionPath, createClient, graphql, type PagesOptions, type ResultOf } from "../index.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

interface Asked {
  query: string;
  variables: { id?: string; after?: string | null; after_?: string | null; [name: string]: unknown };
}

/** A server that answers what it is asked, a function of it; what is not answered hangs. */
async function serving(answer: (asked: Asked) => object | undefined | Promise<object | undefined>) {
  const seen: Asked[] = [];
  const state = { running: 0, most: 0, ended: 0 };
  const server = createServer(async (request, response) => {
    const asked: Asked = JSON.parse(Buffer.concat(await request.toArray()).toString());
    seen.push(asked);
    state.most = Math.max(state.most, ++state.running);
    response.on("close", () => {
      state.running--;
      if (!response.writableEnded) state.ended++;
    });
    const body = await answer(asked);
    if (body) response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return { chacra: createClient({ url }), seen, state };
}

/** A page of these: a cursor is the number of items before. */
function page<Item>(items: Item[], after: string | null | undefined, size: number) {
  const from = Number(after ?? 0);
  const end = Math.min(from + size, items.length);
  return {
    nodes: items.slice(from, end),
    edges: items.slice(from, end).map((node) => ({ node })),
    pageInfo: { hasNextPage: end < items.length, endCursor: String(end) },
  };
}

const Families = graphql(
  "query Families($after: String) { families(after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }",
);
const codes = Array.from({ length: 7 }, (_, index) => ({ code: `FAM-${index}` }));
const familiesOf = ({ variables }: Asked, size = 3) => ({ data: { families: page(codes, variables.after, size) } });

const Farms = graphql(`
  query Farms($ubigeo: String!, $after: String, $first: Int) {
    region(ubigeo: $ubigeo) {
      families(after: $after) {
        nodes { id __typename farms(first: $first) { nodes { code } pageInfo { hasNextPage endCursor } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
const deep = "region.families.nodes.farms" satisfies ConnectionPath<ResultOf<typeof Farms>>;
/** Numbers of farms of each family, some on many pages of two. */
const counts = [3, 0, 1, 7, 2, 5, 5, 5, 5, 5, 9, 1];
const families = counts.map((count, id) => ({
  id: String(id),
  __typename: "Family",
  all: Array.from({ length: count }, (_, index) => ({ code: `${id}-${index}` })),
}));
const allFarms = families.flatMap(({ all }) => all.map(({ code }) => code));

function farmsOf({ variables }: Asked) {
  const held = families.map((family) => ({ ...family, farms: page(family.all, null, 2) }));
  if (variables.id === undefined) return { data: { region: { families: page(held, variables.after, 5) } } };
  return { data: { node: { farms: page(families[Number(variables.id)]?.all ?? [], variables.after_, 2) } } };
}

async function allOf<Item>(pages: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

/** What a promise is refused with. */
async function refusal(promise: Promise<unknown>): Promise<ChacraError> {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ChacraError);
  return error;
}

describe("pages of one connection", () => {
  test("give every item once, in order, nodes or else edges", async () => {
    const { chacra, seen } = await serving((asked) => familiesOf(asked));
    expect(await allOf(chacra.pages(Families, {}, "families"))).toEqual(codes);
    expect(seen.map(({ variables }) => variables.after)).toEqual([undefined, "3", "6"]);
    const Edges = graphql(
      "query Edges($after: String) { families(after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } } }",
    );
    const edges = await allOf(chacra.pages(Edges, {}, "families"));
    expect(edges).toEqual(codes.map((node) => ({ node })));
  });

  test("begin where the caller's own cursor is, and read one page ahead at most", async () => {
    const { chacra, seen } = await serving((asked) => familiesOf(asked, 1));
    const pages = chacra.pages(Families, { after: "2" }, "families");
    expect(await pages.next()).toEqual({ done: false, value: { code: "FAM-2" } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.map(({ variables }) => variables.after)).toEqual(["2", "3"]);
    await pages.return();
  });

  test.each([
    ["the one asked with", 4, (after: number) => Math.min(after + 1, 3)],
    ["one of long before", 13, (after: number) => (after + 1) % 6],
    ["none", 4, (after: number) => (after < 3 ? after + 1 : null)],
  ])("throw when the server's next cursor is %s, after %s pages", async (_, pages, next) => {
    const { chacra, seen } = await serving(({ variables }) => {
      const pageInfo = { hasNextPage: true, endCursor: next(Number(variables.after ?? 0))?.toString() ?? null };
      return { data: { families: { nodes: codes.slice(0, 1), pageInfo } } };
    });
    const error = await refusal(allOf(chacra.pages(Families, {}, "families")));
    expect(error.code).toBe("REPEATED_CURSOR");
    expect(seen.length).toBe(pages);
  });

  test("throw an error beside data, after the items before it, and go on after them", async () => {
    let failing = true;
    const { chacra } = await serving((asked) =>
      failing && asked.variables.after === "6"
        ? { data: { families: null }, errors: [{ message: "Down.", extensions: { code: "INTERNAL" } }] }
        : familiesOf(asked),
    );
    const pages = chacra.pages(Families, {}, "families");
    const got: unknown[] = [];
    const error = await refusal(
      (async () => {
        for await (const family of pages) got.push(family);
      })(),
    );
    expect([error.code, got]).toEqual(["INTERNAL", codes.slice(0, 6)]);
    failing = false;
    expect(await allOf(chacra.pages(Families, {}, "families", { resume: pages.token }))).toEqual([codes[6]]);
  });

  test("are none where a parent is null, and throw when it is so after the first page or without its items", async () => {
    const none = await serving(() => ({ data: { region: null } }));
    expect(await allOf(none.chacra.pages(Farms, { ubigeo: "99" }, "region.families"))).toEqual([]);
    const gone = await serving((asked) => (asked.variables.after ? { data: { families: null } } : familiesOf(asked)));
    expect((await refusal(allOf(gone.chacra.pages(Families, {}, "families")))).code).toBe("NOT_FOUND");
    const bare = await serving(() => ({ data: { families: { nodes: null, pageInfo: { hasNextPage: false } } } }));
    expect((await refusal(allOf(bare.chacra.pages(Families, {}, "families")))).code).toBe("UNKNOWN");
  });

  test("end their requests when the caller gives up, by signal or by leaving the loop", async () => {
    const { chacra, state } = await serving((asked) => (asked.variables.after ? undefined : familiesOf(asked)));
    const caller = new AbortController();
    const got: unknown[] = [];
    const error = await refusal(
      (async () => {
        for await (const family of chacra.pages(Families, {}, "families", { signal: caller.signal })) {
          got.push(family);
          if (got.length < 2) continue;
          await expect.poll(() => state.running).toBe(1);
          caller.abort("enough");
        }
      })(),
    );
    expect([error.code, error.cause, got.length]).toEqual(["ABORTED", "enough", 2]);
    await expect.poll(() => state.ended).toBe(1);
    for await (const _ of chacra.pages(Families, {}, "families")) {
      await expect.poll(() => state.running).toBe(1);
      break;
    }
    await expect.poll(() => state.ended).toBe(2);
    const left = chacra.pages(Families, { after: "3" }, "families");
    const waiting = refusal(left.next());
    await expect.poll(() => state.running).toBe(1);
    await left.return();
    expect((await waiting).code).toBe("ABORTED");
    await expect.poll(() => state.ended).toBe(3);
  });
});

describe("pages of a connection in another", () => {
  test("give every item once, in order, with the variables that their selection takes", async () => {
    const { chacra, seen } = await serving(farmsOf);
    const farms = await allOf(chacra.pages(Farms, { ubigeo: "22", first: 2 }, deep));
    expect(farms.map(({ code }) => code)).toEqual(allFarms);
    const further = seen.filter(({ variables }) => variables.id !== undefined);
    expect(further[0]?.variables).toEqual({ id: "0", after_: "2", first: 2 });
    expect(further[0]?.query.replace(/\s+/g, " ").trim()).toBe(
      "query FarmsFurther($id: ID!, $after_: String, $first: Int) { node(id: $id) { ... on Family { " +
        "farms(first: $first, after: $after_) { nodes { code } pageInfo { hasNextPage endCursor } } } } }",
    );
  });

  test.each([1, 3])("ask for at most %s at once, some at once where they may", async (concurrency) => {
    const { chacra, state } = await serving(async (asked) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return farmsOf(asked);
    });
    const farms = await allOf(chacra.pages(Farms, { ubigeo: "22" }, deep, { concurrency }));
    expect(farms.map(({ code }) => code)).toEqual(allFarms);
    expect(state.most).toBe(concurrency);
  });

  // The outer page, the one after it, and a further page of the first families that have one.
  test.each([
    [1, ["0", "5", "first"]],
    [2, ["0", "3", "5", "first"]],
  ])("read no further than the next %s while the caller rests", async (concurrency, asked) => {
    const { chacra, seen } = await serving(farmsOf);
    const pages = chacra.pages(Farms, { ubigeo: "22" }, deep, { concurrency });
    await pages.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.map(({ variables }) => variables.id ?? variables.after ?? "first").sort()).toEqual(asked);
    await pages.return();
  });

  test("go on exactly after any item, by the token", async () => {
    const { chacra } = await serving(farmsOf);
    const variables = { ubigeo: "22" };
    const pages = chacra.pages(Farms, variables, deep);
    const tokens = [pages.token];
    for await (const _ of pages) tokens.push(pages.token);
    expect(tokens).toHaveLength(allFarms.length + 1);
    for (const [done, resume] of tokens.entries()) {
      expect(resume).toMatch(/^[\w-]+$/);
      const rest = await allOf(chacra.pages(Farms, variables, deep, { resume }));
      expect(rest.map(({ code }) => code)).toEqual(allFarms.slice(done));
    }
  });

  test("go on with the next page where the token's page has lost its last items", async () => {
    const { chacra } = await serving(farmsOf);
    const resume = btoa(JSON.stringify([deep, [null, 99], ["2", 1]])).replace(/=+$/, "");
    const rest = await allOf(chacra.pages(Farms, { ubigeo: "22" }, deep, { resume }));
    expect(rest.map(({ code }) => code)).toEqual(allFarms.slice(allFarms.indexOf("5-0")));
  });

  test("throw an error of a further page in its turn, and end the other requests", async () => {
    const { chacra, seen, state } = await serving(async (asked) => {
      if (asked.variables.after === "5") return undefined;
      if (asked.variables.id !== "3") return farmsOf(asked);
      await expect.poll(() => seen.some(({ variables }) => variables.after === "5")).toBe(true);
      return { data: { node: null }, errors: [{ message: "No." }] };
    });
    const got: string[] = [];
    const error = await refusal(
      (async () => {
        for await (const { code } of chacra.pages(Farms, { ubigeo: "22" }, deep)) got.push(code);
      })(),
    );
    expect([error.code, got]).toEqual(["UNKNOWN", allFarms.slice(0, allFarms.indexOf("3-2"))]);
    await expect.poll(() => state.ended).toBe(1);
  });

  test("go through edges, fragments and fields between, three connections deep", async () => {
    const PlotPages = graphql(
      "fragment PlotPages on Farm @_unmask { plots(first: $first) { nodes { code } pageInfo { hasNextPage endCursor } } }",
    );
    const document = graphql(
      `query Deep($id: String, $first: Int, $unused: String!) {
        families(after: $id) {
          edges { node { id __typename ... on Family { holds: farms {
            nodes { id __typename ...PlotPages } pageInfo { hasNextPage endCursor } } } } }
          pageInfo { hasNextPage endCursor }
        }
        region(ubigeo: $unused) { name }
      }`,
      [PlotPages],
    );
    const plots = (code: string) => Array.from({ length: 3 }, (_, index) => ({ code: `${code}-${index}` }));
    const held = families.map(({ id, __typename, all }) => ({
      id,
      __typename,
      all: all.map(({ code }) => ({ id: code, __typename: "Farm", plots: page(plots(code), null, 2) })),
    }));
    const { chacra, seen, state } = await serving(async ({ query, variables }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const { id_: id = "", after = null } = variables as { id_?: string; after?: string | null };
      if (query.includes("... on Farm")) return { data: { node: { plots: page(plots(id), after, 2) } } };
      if (id) return { data: { node: { holds: page(held[Number(id)]?.all ?? [], after, 2) } } };
      const outer = held.map((family) => ({ ...family, holds: page(family.all, null, 2) }));
      return { data: { families: page(outer, variables.id, 5) } };
    });
    const pages = chacra.pages(document, { unused: "22" }, "families.edges.node.holds.nodes.plots");
    const wanted = allFarms.flatMap((code) => plots(code).map((plot) => plot.code));
    let resume = "";
    const got: string[] = [];
    for await (const { code } of pages) {
      got.push(code);
      if (got.length === 40) resume = pages.token;
    }
    expect(got).toEqual(wanted);
    expect(state.most).toBe(4);
    const further = seen.find(({ variables }) => variables.id_ === "0")?.query;
    expect(further).toMatch(/\.\.\.PlotPages.*fragment PlotPages on Farm/s);
    const rest = await allOf(
      chacra.pages(document, { unused: "22" }, "families.edges.node.holds.nodes.plots", { resume }),
    );
    expect(rest.map(({ code }) => code)).toEqual(wanted.slice(40));
  });
});

describe("pages refuse at once", () => {
  const pageInfo = "pageInfo { hasNextPage endCursor }";
  const chacra = createClient({ url: "http://127.0.0.1:1" });
  /** What the compiler would refuse too. */
  const pages = (text: string, at: string, options?: PagesOptions) =>
    Reflect.apply(chacra.pages, chacra, [graphql(text), {}, at, options]);

  test.each([
    [
      "no variable",
      `{ families { nodes { code } ${pageInfo} } }`,
      "families",
      /pass a variable as after: at "families"/,
    ],
    [
      "a fixed cursor",
      `{ families(after: "a") { nodes { code } ${pageInfo} } }`,
      "families",
      /pass a variable as after: at "families"/,
    ],
    [
      "no endCursor",
      "query A($a: String) { families(after: $a) { nodes { code } pageInfo { hasNextPage } } }",
      "families",
      /select pageInfo \{ hasNextPage endCursor \} at "families"/,
    ],
    [
      "neither nodes nor edges",
      `query A($a: String) { families(after: $a) { ${pageInfo} } }`,
      "families",
      /select nodes or edges at "families"/,
    ],
    ["no such field", `query A($a: String) { families(after: $a) { nodes { code } } }`, "farms", /no field at "farms"/],
    [
      "no id",
      `query A($a: String) { families(after: $a) { nodes { __typename farms { nodes { code } ${pageInfo} } } ${pageInfo} } }`,
      "families.nodes.farms",
      /select id and __typename at "families.nodes"/,
    ],
    [
      "a cursor inside",
      `query A($a: String, $b: String) { families(after: $a) { nodes { id __typename farms(after: $b) { nodes { code } ${pageInfo} } } ${pageInfo} } }`,
      "families.nodes.farms",
      /no after: at "families.nodes.farms"/,
    ],
    ["no query", "fragment A on Family { code }", "families", /must hold a query/],
  ])("a document with %s", (_, text, at, message) => {
    expect(() => pages(text, at)).toThrow(TypeError);
    expect(() => pages(text, at)).toThrow(message);
  });

  test("a wrong concurrency, and a token that is none or of another path", () => {
    for (const concurrency of [0, 1.5, Number.NaN]) {
      expect(() => chacra.pages(Families, {}, "families", { concurrency })).toThrow(/concurrency/);
    }
    for (const resume of ["", "secret", btoa("{}"), btoa('["families",[1,2]]'), btoa('["families",[null,-1]]')]) {
      expect(() => chacra.pages(Families, {}, "families", { resume })).toThrow(/^The option resume is not a token/);
    }
    const { token } = chacra.pages(Families, {}, "families");
    expect(() => chacra.pages(Farms, { ubigeo: "22" }, deep, { resume: token })).toThrow(/token of other pages/);
  });
});
