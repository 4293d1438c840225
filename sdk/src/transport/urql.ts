import { Client, type Exchange, fetchExchange } from "@urql/core";
import { checkedUrl } from "../address.ts";
import type { ClientOptions } from "../query-client.ts";
import { authorized } from "../token.ts";

/** The client of urql that makes the requests, with exchanges before those of the transport. */
export function createUrqlClient(
  { url, token, fetch: send = globalThis.fetch }: ClientOptions,
  exchanges: Exchange[] = [],
): Client {
  return new Client({
    url: checkedUrl(url),
    exchanges: [...exchanges, fetchExchange],
    requestPolicy: "network-only",
    preferGetMethod: false,
    fetch: token === undefined ? (input, init) => send(input, init) : authorized(send, token),
  });
}
