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
      const gone = new AbortController();
      exchange.response.once("close", () => gone.abort());
      // The executor leaves off resolving fields, and the database its statements.
      Object.assign(args, { signal: gone.signal });
      setExecuteFn((given: unknown) =>
        rateLimit.run(exchange, (caller) => database.during(caller, gone.signal, () => executeFn(given as never))),
      );
    },
  };
}
