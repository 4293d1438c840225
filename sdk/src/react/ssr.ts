import { type Exchange, makeOperation, type SSRData, ssrExchange } from "@urql/core";
import { map, pipe } from "wonka";
import type { ChacraCache } from "../cache/clearable.ts";

/**
 * What hooks asked for on a server, for the browser to go on with.
 *
 * @example
 * ```tsx
 * import { type ChacraSsr, createSsr } from "@chacra/sdk/react";
 *
 * const ssr: ChacraSsr = createSsr();
 * const script = `<script id="chacra" type="application/json">${ssr.collected()}</script>`;
 * ```
 */
export interface ChacraSsr {
  /**
   * What came so far, as JSON that can stand in a script element. It is what the page shows, people's data too, so the page
   * must not be kept where others find it.
   */
  collected(): string;
}

const exchanges = new WeakMap<ChacraSsr, ReturnType<typeof ssrExchange>>();

/**
 * Makes what a server collects results in, anew for each page with a client of its own; and in the browser, from the text that
 * the server's `collected()` gave, what hooks begin with instead of requests. On a server, components have to ask with
 * `suspense: true`, and be rendered by something that waits: `renderToPipeableStream`, `renderToReadableStream`, `prerender`.
 *
 * @throws {SyntaxError} when the text is no JSON
 *
 * @example
 * ```tsx
 * import { createClient } from "@chacra/sdk";
 * import { ChacraProvider, createSsr } from "@chacra/sdk/react";
 * import { hydrateRoot } from "react-dom/client";
 *
 * const ssr = createSsr(document.getElementById("chacra")?.textContent ?? undefined);
 * hydrateRoot(
 *   document.body,
 *   <ChacraProvider client={createClient({ url: "/graphql" })} ssr={ssr}>the components</ChacraProvider>,
 * );
 * ```
 */
export function createSsr(collected?: string): ChacraSsr {
  const initialState: SSRData | undefined = collected === undefined ? undefined : JSON.parse(collected);
  const exchange = ssrExchange({ isClient: initialState !== undefined, initialState, includeExtensions: true });
  const ssr: ChacraSsr = {
    collected() {
      // What never came is asked for again by the browser.
      const told = Object.entries(exchange.extractData()).filter(([, { error }]) => !error?.networkError);
      return JSON.stringify(Object.fromEntries(told)).replaceAll("<", "\\u003c");
    },
  };
  exchanges.set(ssr, exchange);
  return ssr;
}

/** What the server collected is as good as the cache: once that is cleared, it is not used any more. */
export function exchangeOf(ssr: ChacraSsr, cache: ChacraCache): Exchange {
  const exchange = exchanges.get(ssr);
  if (!exchange) throw new TypeError("The option ssr is none that createSsr made.");
  return (input) => (operations) =>
    pipe(
      operations,
      map((operation) =>
        cache.clears > 0 && operation.kind === "query"
          ? makeOperation(operation.kind, operation, { requestPolicy: "network-only" })
          : operation,
      ),
      exchange(input),
    );
}
