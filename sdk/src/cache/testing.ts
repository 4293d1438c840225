import { type Client, createRequest } from "@urql/core";
import type { DocumentNode } from "graphql";
import { pipe, subscribe } from "wonka";
import type { ClientOptions } from "../calls.ts";
import { serving } from "../pages/testing.ts";
import { createUrqlClient } from "../transport/urql.ts";
import { type CacheOptions, createCache } from "./index.ts";

/** A server, and a client of urql with a cache before it. */
export async function cached(
  answer: Parameters<typeof serving>[0],
  options?: CacheOptions,
  more?: Partial<ClientOptions>,
) {
  const { url, seen, state } = await serving(answer);
  const cache = createCache(options);
  const urql = createUrqlClient({ url, ...more }, [cache.exchange]);
  const ask = (document: DocumentNode, variables: object = {}) =>
    urql.query(document, variables, { requestPolicy: "cache-first" }).toPromise();
  const kept = (document: DocumentNode, variables: object = {}) =>
    urql.readQuery(document, variables, { requestPolicy: "cache-only" })?.data ?? undefined;
  return { urql, cache, seen, state, ask, kept };
}

/** Looks at a query for as long as a test runs, as a component does: every result in turn. */
export function watch(urql: Client, document: DocumentNode, variables: object = {}) {
  const results: unknown[] = [];
  const source = urql.executeQuery(createRequest(document, variables), { requestPolicy: "cache-first" });
  const { unsubscribe } = pipe(
    source,
    subscribe(({ data }) => results.push(data)),
  );
  return { results, unsubscribe };
}
