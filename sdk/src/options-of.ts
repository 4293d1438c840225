import type { ClientOptions } from "./calls.ts";
import type { QueryClient } from "./query-client.ts";

const given = /* @__PURE__ */ new WeakMap<QueryClient, ClientOptions>();

/** Keeps what a client was made with, out of its sight: hooks make a client of urql with a cache from the same. */
export function keepOptions(client: QueryClient, options: ClientOptions): void {
  given.set(client, options);
}

/** @throws {TypeError} when it is not a client of this package */
export function optionsOf(client: QueryClient): ClientOptions {
  const options = given.get(client);
  if (options) return options;
  throw new TypeError(
    "The client is none that createClient or createQueryClient made. Give it as they do, not a copy.",
  );
}
