import { type Client, cacheExchange } from "@urql/core";
import { type ChacraCache, clearable } from "../cache/clearable.ts";
import type { ClientOptions } from "../calls.ts";
import { optionsOf } from "../options-of.ts";
import type { QueryClient } from "../query-client.ts";
import { createUrqlClient } from "../transport/urql.ts";
import { type ChacraSsr, exchangeOf } from "./ssr.ts";

const made = new WeakMap<QueryClient, { ssr: ChacraSsr | undefined; urql: Client }>();

/** The client of urql behind the hooks: one for each of ours, with the same transport and a cache before it. */
export function hooksClientOf(client: QueryClient, ssr: ChacraSsr | undefined): Client {
  const known = made.get(client);
  if (known && known.ssr === ssr) return known.urql;
  const options = optionsOf(client);
  const cache = options.cache ?? clearable(() => cacheExchange);
  const exchanges = ssr ? [cache.exchange, exchangeOf(ssr, cache)] : [cache.exchange];
  const urql = createUrqlClient(clearedOnChange(options, cache), exchanges);
  made.set(client, { ssr, urql });
  return urql;
}

/** Another token may be another person's, who must not be shown what the one before saw. */
function clearedOnChange(options: ClientOptions, cache: ChacraCache): ClientOptions {
  const { token, fetch: send = globalThis.fetch } = options;
  if (typeof token !== "function") return options;
  let last: string | undefined;
  let answered = false;
  return {
    ...options,
    async token(request) {
      const secret = await token(request);
      const changed = last !== undefined && last !== secret;
      last = secret;
      // What is asked again because of it may come with yet another token; that would never end.
      if (changed && answered) {
        answered = false;
        cache.clear();
      }
      return secret;
    },
    async fetch(input, init) {
      const response = await send(input, init);
      answered = true;
      return response;
    },
  };
}
