import type { GraphContext } from "@chacra/schema";
import type { Plugin } from "graphql-yoga";
import type { Exchange } from "./exchange.ts";

/** Writes what was read of persons' names to the audit log before the answer goes out: what cannot be written is not shown. */
export function useAudit(): Plugin<{ exchange: Exchange } & Partial<GraphContext>, { exchange: Exchange }> {
  return {
    onExecute({ args: { contextValue } }) {
      const { audit, exchange } = contextValue;
      return {
        async onExecuteDone() {
          await audit?.save(exchange.operation, exchange.id);
        },
      };
    },
  };
}
