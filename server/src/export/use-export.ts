import { type ExecutionArgs, type ExecutionResult, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Exchange } from "../http/exchange.ts";
import { reportFault } from "../http/fault.ts";
import type { Graph } from "../http/graph.ts";
import type { RateLimit } from "../limits/rate-limit.ts";
import type { Logger } from "../logger.ts";
import { formats } from "./format.ts";
import { type Execute, type Walk, walk } from "./walk.ts";
import { type Bytes, write } from "./write.ts";

/** A file on its way. */
export interface Export extends Walk {
  bytes: Bytes;
}

/**
 * Answers with a file where one is asked for. What goes wrong before the first byte is an error as any other, but never with a status of
 * success; after that the answer breaks off.
 */
export function useExport(
  graph: Graph,
  rateLimit: RateLimit,
  logger: Logger,
): Plugin<{ exchange: Exchange }, { exchange: Exchange }> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { exchange } = args.contextValue;
      const { file } = exchange;
      if (!file) return;
      setExecuteFn(async (given: ExecutionArgs) => {
        try {
          const walked = await walk({ graph, rateLimit, execute: executeFn as Execute }, exchange, given);
          if (!("table" in walked)) return failed(walked.errors);
          exchange.export = { ...walked, bytes: write(walked.table, walked.rows, walked.total, file) };
          return { data: null };
        } catch (error) {
          if (error instanceof GraphQLError) return failed([error]);
          throw error;
        }
      });
    },
    onResultProcess({ serverContext: { exchange }, setResultProcessor, acceptableMediaTypes }) {
      const { export: made, file } = exchange;
      if (!made || !file) return;
      const { type, extension } = formats[file.format];
      setResultProcessor((_result, { Response }) => {
        const headers: Record<string, string> = {
          "content-type": type,
          "content-disposition": `attachment; filename="${made.table.name}.${extension}"`,
          ...(made.total !== null && { "x-chacra-rows": String(made.total) }),
        };
        return new Response(streamOf(made.bytes, exchange, logger), { status: 200, headers });
      }, acceptableMediaTypes[0] ?? "application/json");
    },
  };
}

/** Who asks for a file looks at the status alone, and would take an answer of 200 for the file. */
function failed(errors: readonly GraphQLError[]): ExecutionResult {
  const codes = errors.map(({ extensions: { code } }) => code);
  const status = codes.includes("FORBIDDEN") ? 403 : codes.every((code) => typeof code === "string") ? 400 : 500;
  return { errors: [...errors], extensions: { http: { status } } };
}

/** A stream that breaks off where the rows do, without an end: a file that is cut must not look whole. */
function streamOf(bytes: Bytes, exchange: Exchange, logger: Logger): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      } catch (error) {
        if (!exchange.response.destroyed) {
          logger.error({ id: exchange.id, error: reportFault(error) }, "a file broke off");
          exchange.response.destroy();
        }
        // Its end no longer reaches anybody; an error would be thrown where nobody can catch it.
        controller.close();
      }
    },
    async cancel() {
      await bytes.return?.();
    },
  });
}
