import type { Database } from "@chacra/prisma";
import type { Plugin } from "graphql-yoga";
import type { Exchange } from "../http/exchange.ts";
import type { RateLimit } from "./rate-limit.ts";
import { whileAwaited } from "./while-awaited.ts";

/** Lets each caller run a few operations at once, and ends the work of one who has gone away. */
export function useTurns(
  database: Database,
  rateLimit: RateLimit,
): Plugin<{ exchange: Exchange }, { exchange: Exchange }> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { exchange } = args.contextValue;
      // Each execution has a signal of its own: the executor keeps what it has done as long as its signal may still come.
      setExecuteFn((given: object) =>
        whileAwaited(exchange, (signal) =>
          // The executor leaves off resolving fields, and the database its statements.
          rateLimit.run(exchange, (caller) =>
            database.during(caller, signal, () => executeFn({ ...given, signal } as never)),
          ),
        ),
      );
    },
  };
}
