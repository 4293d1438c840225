import { createHash } from "node:crypto";
import { getOperationAST } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Exchange } from "./exchange.ts";

/** Notes on the exchange, for the log, which operation ran (its name, and a hash in place of its text) and which faults it met. */
export function useExchange(): Plugin<{ exchange: Exchange }, { exchange: Exchange }> {
  return {
    onParams({ params, context }) {
      if (typeof params.query !== "string") return;
      context.exchange.document = createHash("sha256").update(params.query).digest("hex").slice(0, 16);
    },
    onParse() {
      return ({ result, context }) => {
        if (result === null || result instanceof Error) return;
        context.exchange.operation = getOperationAST(result, context.params.operationName)?.name?.value;
      };
    },
    onResultProcess({ result, serverContext }) {
      if (Array.isArray(result) || !("errors" in result)) return;
      const ids = result.errors?.flatMap(({ extensions }) =>
        extensions.code === "INTERNAL" ? [String(extensions.id)] : [],
      );
      if (ids && ids.length > 0) serverContext.exchange.faults = ids;
    },
  };
}
