import type { Database } from "@chacra/prisma";
import type { Plugin } from "graphql-yoga";
import type { Exchange } from "../http/exchange.ts";
import type { RateLimit } from "./rate-limit.ts";

/** Lets each caller run a few operations at once, and ends the work of one who has gone away. */
export function useTurns(
  database: Database,
  rateLimit: RateLimit,
): Plugin<{ exchange: Exchange }, { exchange: Exchange }> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { exchange } = args.contextValue;
      setExecuteFn(async (given: object) => {
        // Each execution has a signal of its own: the executor keeps what it has done as long as its signal may still come.
        const gone = new AbortController();
        const leave = () => gone.abort();
        exchange.response.once("close", leave);
        try {
          if (exchange.response.destroyed) leave();
          // The executor leaves off resolving fields, and the database its statements.
          return await rateLimit.run(exchange, (caller) =>
            database.during(caller, gone.signal, () => executeFn({ ...given, signal: gone.signal } as never)),
          );
        } finally {
          exchange.response.off("close", leave);
        }
      });
    },
  };
}
