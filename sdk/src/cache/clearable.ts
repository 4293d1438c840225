import { type Exchange, makeOperation, type Operation } from "@urql/core";
import { filter, fromValue, makeSubject, merge, pipe, share, switchMap, tap } from "wonka";

/**
 * What hooks keep what they get in. It is in memory alone, and never written anywhere.
 *
 * @example
 * ```ts
 * import { createClient } from "@chacra/sdk";
 * import { type ChacraCache, createCache } from "@chacra/sdk/cache";
 *
 * const cache: ChacraCache = createCache();
 * const chacra = createClient({ url: "https://chacra.example.org/graphql", cache });
 *
 * export function signOut() {
 *   cache.clear();
 * }
 * ```
 */
export interface ChacraCache {
  /** For a client of urql of one's own; `createClient` takes the whole. */
  readonly exchange: Exchange;
  /** Whether it gives a page of a connection together with the pages before it. */
  readonly merged: boolean;
  /** Number of times that it was cleared. */
  readonly clears: number;
  /** Forgets everything, ends the requests under way, and asks anew for what is shown. For when somebody signs out. */
  clear(): void;
}

/** A cache that can forget: the exchange is made anew, and what is active is asked for again. */
export function clearable(make: () => Exchange, merged = false): ChacraCache {
  const cleared = makeSubject<undefined>();
  let clears = 0;
  const exchange: Exchange = (input) => (operations) => {
    const active = new Map<number, Operation>();
    const incoming = makeSubject<Operation>();
    const outgoing = makeSubject<Operation>();
    // Called once, as urql wants it; each new exchange is put before what it gives.
    const answers = share(input.forward(outgoing.source));
    const forward: typeof input.forward = (asked) => merge([answers, pipe(asked, tap(outgoing.next), dropped)]);
    const results = pipe(
      merge([fromValue(undefined), cleared.source]),
      switchMap(() => make()({ ...input, forward })(incoming.source)),
    );
    const relayed = pipe(
      operations,
      tap((operation) => {
        if (operation.kind === "teardown") active.delete(operation.key);
        else active.set(operation.key, operation);
        incoming.next(operation);
      }),
      dropped,
    );
    const again = pipe(
      cleared.source,
      tap(() => {
        for (const operation of active.values()) {
          outgoing.next(makeOperation("teardown", operation, operation.context));
          incoming.next(makeOperation(operation.kind, operation, { requestPolicy: "network-only" }));
        }
      }),
      dropped,
    );
    return merge([results, relayed, again]);
  };
  return {
    exchange,
    merged,
    get clears() {
      return clears;
    },
    clear() {
      clears++;
      cleared.next(undefined);
    },
  };
}

const dropped = filter<unknown, never>((_value): _value is never => false);
