import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { Client, fetchExchange } from "@urql/core";
import { ChacraError, toChacraError } from "./error.ts";

/** A secret that tells the server who asks, or a function that fetches one before each request. */
export type Token = string | (() => string | Promise<string>);

export interface ClientOptions {
  /** Address of the graph: absolute in Node, in a browser also relative to the page. */
  url: string | URL;
  /** Sent as `Authorization: Bearer`; never in an address or an error. */
  token?: Token;
  /**
   * The function that makes requests.
   *
   * @defaultValue the global `fetch`
   */
  fetch?: typeof fetch;
}

export interface QueryOptions {
  /** Gives up when it is aborted. */
  signal?: AbortSignal;
}

/** The variables of a document: an argument that may be left out when none is required. */
export type VariablesOf<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: QueryOptions]
    : [variables: Variables, options?: QueryOptions];

export interface ChacraClient {
  /**
   * Runs a query: one of the ready documents, or one's own made with `graphql()`.
   *
   * @returns the data, typed by the document
   * @throws {ChacraError} when anything at all went wrong; what came all the same is its `data`
   *
   * @example
   * ```ts
   * import { createClient, RegionOverviewDocument } from "@chacra/sdk";
   *
   * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
   * const { region } = await chacra.query(RegionOverviewDocument, { ubigeo: "22" });
   * console.log(region?.name, region?.families.totalCount);
   * ```
   */
  query<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    ...args: VariablesOf<Variables>
  ): Promise<Data>;
}

/**
 * Makes a client of a Chacra server.
 *
 * @throws {TypeError} when the url is not one
 *
 * @example
 * ```ts
 * import { createClient } from "@chacra/sdk";
 *
 * const chacra = createClient({ url: "https://chacra.example.org/graphql", token: async () => "a token" });
 * ```
 */
export function createClient({ url, token, fetch: send = globalThis.fetch }: ClientOptions): ChacraClient {
  const client = new Client({
    url: checkedUrl(url),
    exchanges: [fetchExchange],
    requestPolicy: "network-only",
    preferGetMethod: false,
    fetch: token === undefined ? (input, init) => send(input, init) : authorized(send, token),
  });
  return {
    query(document, ...[variables, { signal } = {}]) {
      return new Promise((resolve, reject) => {
        const aborted = () => new ChacraError("ABORTED", "The caller gave up.", { cause: signal?.reason });
        if (signal?.aborted) return reject(aborted());
        // Giving up the subscription aborts the request.
        const subscription = client.query(document, variables ?? ({} as never)).subscribe(({ data, error }) => {
          signal?.removeEventListener("abort", giveUp);
          if (error) reject(toChacraError(error, data));
          else if (data) resolve(data);
          else reject(new ChacraError("HTTP", "The server answered with neither data nor an error."));
        });
        function giveUp(): void {
          subscription.unsubscribe();
          reject(aborted());
        }
        signal?.addEventListener("abort", giveUp, { once: true });
      });
    },
  };
}

/** A relative address is the page's business; in Node there is no page. */
function checkedUrl(url: string | URL): string {
  const text = String(url);
  const base = typeof location === "undefined" ? undefined : location.href;
  if (!URL.canParse(text, base)) {
    throw new TypeError(
      `The option url is not an address: ${JSON.stringify(text)}. Take one such as "https://host/graphql".`,
    );
  }
  return text;
}

function authorized(send: typeof fetch, token: Token): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("Authorization", `Bearer ${typeof token === "function" ? await token() : token}`);
    return send(input, { ...init, headers });
  };
}
