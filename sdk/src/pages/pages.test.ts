import { describe, expect, test } from "vitest";
import { createClient, graphql, type PagesOptions } from "../index.ts";
import { allOf, codes, deep, Families, Farms, familiesOf, refusal, serving } from "./testing.ts";

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
