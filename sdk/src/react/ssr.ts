import { type Exchange, makeOperation, type SSRData, ssrExchange } from "@urql/core";
import { map, pipe } from "wonka";
import type { ChacraCache } from "../cache/clearable.ts";

export type SsrState = SSRData;

export interface ChacraSsr {
  /** What was asked for so far, as JSON that can stand in a `<script type="application/json">`. */
  toString(): string;
}

const exchanges = new WeakMap<ChacraSsr, ReturnType<typeof ssrExchange>>();

export function createSsr(state?: SsrState | string): ChacraSsr {
  const initialState: SsrState | undefined = typeof state === "string" ? JSON.parse(state) : state;
  const exchange = ssrExchange({ isClient: state !== undefined, initialState, includeExtensions: true });
  const ssr: ChacraSsr = {
    toString() {
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
