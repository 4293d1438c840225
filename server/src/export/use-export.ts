import { setTimeout as wait } from "node:timers/promises";
import { costOf } from "@chacra/schema";
import { type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Exchange } from "../http/exchange.ts";
import type { Graph } from "../http/graph.ts";
import type { RateLimit } from "../limits/rate-limit.ts";
import { coercedVariables } from "./coerced-variables.ts";
import { formats, type WantedFile } from "./format.ts";
import { AFTER, PAGE_INFO, pagedDocument, TOTAL, walksPages } from "./pages.ts";
import { at, type Rows, rowsOf } from "./rows.ts";
import { type Table, tableOf } from "./table.ts";
import { writeCsv } from "./write-csv.ts";
import { writeGeoJson, writeJson } from "./write-json.ts";

/** A file on its way: what has been found out before its first byte. */
export interface Export {
  table: Table;
  rows: Rows;
  /** How many rows there will be, where that is known. */
  total: number | null;
}

type Execute = (args: ExecutionArgs) => Promise<ExecutionResult>;

/**
 * Answers with a file where one is asked for: the rows of the operation's one list, through all pages of a connection. Every page is an
 * operation of its own to the limits, the budget, the turns and the audit log.
 */
export function useExport(graph: Graph, rateLimit: RateLimit): Plugin<{ exchange: Exchange }, { exchange: Exchange }> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { exchange } = args.contextValue;
      if (!exchange.file || exchange.request.headers["x-chacra-dry-run"] !== undefined) return;
      setExecuteFn(async (given: ExecutionArgs) => {
        try {
          const prepared = await prepare(graph, rateLimit, exchange, given, executeFn as Execute);
          if (!("table" in prepared)) return prepared;
          // What can be wrong with the columns is known before the first byte.
          exchange.export = { ...prepared, bytes: write(prepared, exchange.file as WantedFile) };
          return { data: null };
        } catch (error) {
          if (error instanceof GraphQLError) return { errors: [error] };
          throw error;
        }
      });
    },
    onResultProcess({ result, serverContext, setResultProcessor, acceptableMediaTypes }) {
      const { exchange } = serverContext;
      const { export: made, file } = exchange;
      if (!made || !file || Array.isArray(result)) return;
      const { type, extension } = formats[file.format];
      setResultProcessor((_result, fetchAPI) => {
        const headers: Record<string, string> = {
          "content-type": type,
          "content-disposition": `attachment; filename="${made.table.name}.${extension}"`,
          ...(made.total !== null && { "x-chacra-rows": String(made.total) }),
        };
        return new fetchAPI.Response(streamOf(made.bytes), { status: 200, headers });
      }, acceptableMediaTypes[0] ?? "application/json");
    },
  };
}

function write({ table, rows }: Export, { format, isLink }: WantedFile): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case "csv":
      return writeCsv(table, rows, isLink);
    case "geojson":
      return writeGeoJson(table, rows);
    case "json":
      return writeJson(table, rows);
    default:
      return writeWorkbook(table, rows);
  }
}

/** The workbook's library takes a while to load, for which no other answer should wait. */
async function* writeWorkbook(table: Table, rows: Rows): AsyncGenerator<Uint8Array> {
  const { writeXlsx } = await import("./write-xlsx.ts");
  yield* writeXlsx(table, rows);
}

async function prepare(
  graph: Graph,
  rateLimit: RateLimit,
  exchange: Exchange,
  args: ExecutionArgs,
  execute: Execute,
): Promise<Export | ExecutionResult> {
  const { schema, document, operationName, variableValues } = args;
  const table = tableOf({ schema, document, operationName, variableValues: coercedVariables(args) });
  const walks = table.connection !== undefined && walksPages(table);
  const first = await execute(
    walks && table.connection ? { ...args, document: pagedDocument(document, table.connection, true) } : args,
  );
  if (first.errors && first.errors.length > 0) return first;
  const start = at(first.data, table.path);
  const total = (start as Record<string, unknown> | null)?.[TOTAL];
  const following = table.connection && pagedDocument(document, table.connection, false);

  async function* rows(): AsyncGenerator<readonly unknown[]> {
    let list = start;
    for (;;) {
      yield rowsOf(list, table);
      const info = (list as Record<string, { hasNextPage: boolean; endCursor: string } | undefined> | null)?.[
        PAGE_INFO
      ];
      if (!walks || !following || !info?.hasNextPage) return;
      list = at((await nextPage(following, info.endCursor)).data, table.path);
    }
  }

  async function nextPage(next: DocumentNode, after: string): Promise<ExecutionResult> {
    const variables = { ...(variableValues as Record<string, unknown> | undefined), [AFTER]: after };
    await charge(rateLimit, exchange, costOf(schema, next, operationName, variables)?.cost ?? 1);
    // What one page has loaded is not kept for the next.
    const fresh = await graph.createContext(exchange.viewer as never);
    const contextValue = { ...(args.contextValue as object), ...fresh };
    const page = await execute({ ...args, document: next, variableValues: variables, contextValue });
    if ("audit" in fresh) await fresh.audit?.save(exchange.operation, exchange.id);
    const [error] = page.errors ?? [];
    if (error) throw error;
    return page;
  }

  return { table, rows: rows(), total: typeof total === "number" ? total : null };
}

/** Waits where the budget is spent: the file goes on when there is a new one. */
async function charge(rateLimit: RateLimit, exchange: Exchange, cost: number): Promise<void> {
  for (
    let refusal = await rateLimit.charge(exchange, cost);
    refusal;
    refusal = await rateLimit.charge(exchange, cost)
  ) {
    if (exchange.response.destroyed) throw refusal;
    await wait(Number(refusal.extensions.retryAfter) * 1_000);
  }
}

/** A stream that breaks off where the rows do: a file that is cut must not look whole. */
function streamOf(bytes: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      await parts.return?.();
    },
  });
}
