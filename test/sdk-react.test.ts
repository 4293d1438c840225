import "./dom.ts";
import { readdirSync, readFileSync } from "node:fs";
import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import * as sdk from "@chacra/sdk";
import { createClient, graphql } from "@chacra/sdk";
import { createCache } from "@chacra/sdk/cache";
import { ChacraProvider, useChacraPages, useChacraQuery } from "@chacra/sdk/react";
import { createKey, createLogger, type RunningServer, startServer } from "@chacra/server";
import { act, cleanup, configure, renderHook, waitFor } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

const Families = graphql(`
  query Families($ubigeo: String!, $after: String) {
    region(ubigeo: $ubigeo) {
      id
      families(first: 7, after: $after, orderBy: [{ code: ASC }]) {
        nodes { id code enrolledOn }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
const Family = graphql("query Family($code: String!) { family(code: $code) { id code enrolledOn } }");

configure({ asyncUtilTimeout: 20_000 });

describe.each(testLocations())("hooks, a cache and a server on $name", ({ openMigrated }) => {
  let database: Database;
  let server: RunningServer;
  let token: string;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.001, seed: 1 });
    server = await startServer({ database, settings: { host: "127.0.0.1", port: 0 }, logger: createLogger("silent") });
    const expiresAt = new Date(Date.now() + 3_600_000);
    ({ key: token } = await createKey(database.prisma, {
      role: "steward",
      label: "test",
      purpose: "tests",
      expiresAt,
    }));
  });
  afterEach(cleanup);
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  /** A client with a cache, the provider of it, and a count of its requests. */
  function begin(as?: string) {
    const state = { requests: 0 };
    const counted: typeof fetch = (...request) => {
      state.requests++;
      return fetch(...request);
    };
    const chacra = createClient({ url: `${server.url}/graphql`, token: as, cache: createCache(), fetch: counted });
    const wrapper = ({ children }: { children: ReactNode }) =>
      createElement(ChacraProvider, { client: chacra }, children);
    return { chacra, wrapper, state };
  }

  const folder = new URL("../sdk/operations/", import.meta.url);
  test.each(readdirSync(folder))("the ready operation in %s is kept whole and given as it came", async (file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const [, name = ""] = /^query (\w+)/m.exec(text) ?? [];
    const [, example = "{}"] = /^# Example: (.*)$/m.exec(text) ?? [];
    const variables = JSON.parse(example.replace(/(\w+):/g, '"$1":'));
    const document = Reflect.get(sdk, `${name}Document`);
    const { chacra, wrapper, state } = begin(token);
    const asked = renderHook(() => useChacraQuery(document, variables), { wrapper });
    await waitFor(() => expect(asked.result.current[0].fetching).toBe(false));
    expect(asked.result.current[0].error).toBeUndefined();
    expect(asked.result.current[0].data).toEqual(await chacra.query(document, variables));
    asked.unmount();
    const kept = renderHook(() => useChacraQuery(document, variables), { wrapper });
    expect(kept.result.current[0].data).toEqual(asked.result.current[0].data);
    expect(state.requests).toBe(2);
  });

  test("a list grows to all that pages give, and each of its families needs no request", async () => {
    const { chacra, wrapper, state } = begin(token);
    const all: { code: string }[] = [];
    for await (const family of chacra.pages(Families, { ubigeo: "22" }, "region.families")) all.push(family);
    expect(all.length).toBeGreaterThan(14);
    const { result } = renderHook(() => useChacraPages(Families, { ubigeo: "22" }, "region.families"), { wrapper });
    for (let size = 7; size < all.length; size += 7) {
      await waitFor(() => expect(result.current.items).toHaveLength(size));
      act(() => result.current.loadMore());
    }
    await waitFor(() => expect(result.current.hasMore).toBe(false));
    expect(result.current.items).toEqual(all);
    const { requests } = state;
    const family = renderHook(() => useChacraQuery(Family, { code: all[9]?.code ?? "" }), { wrapper });
    expect(family.result.current[0].data?.family).toEqual(all[9]);
    expect(state.requests).toBe(requests);
  });

  test("what one may not see is FORBIDDEN beside the rest, and asked for again", async () => {
    const { wrapper, state } = begin();
    const document = graphql("query Open { regions(first: 1) { nodes { id name } } families { nodes { id code } } }");
    for (const requests of [1, 2]) {
      const { result, unmount } = renderHook(() => useChacraQuery(document), { wrapper });
      await waitFor(() => expect(result.current[0].error?.code).toBe("FORBIDDEN"));
      expect(result.current[0].data?.regions.nodes).toHaveLength(1);
      expect(result.current[0].data?.families.nodes).toBe(null);
      await waitFor(() => expect(state.requests).toBe(requests));
      unmount();
    }
  });
});
