import { describe, expect, test } from "vitest";
import { graphql } from "../index.ts";
import { allFarms, allOf, deep, Farms, families, farmsOf, page, refusal, serving } from "./testing.ts";

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
