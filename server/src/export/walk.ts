import { setTimeout as wait } from "node:timers/promises";
import { costOf } from "@chacra/schema";
import type { ExecutionArgs, ExecutionResult } from "graphql";
import type { Exchange } from "../http/exchange.ts";
import type { Graph } from "../http/graph.ts";
import type { RateLimit } from "../limits/rate-limit.ts";
import { coercedVariables } from "./coerced-variables.ts";
import { at } from "./flatten.ts";
import { AFTER, PAGE_INFO, pagedDocuments, TOTAL } from "./pages.ts";
import { type Rows, type Table, tableOf } from "./table.ts";

/** The rows of an operation's one list, the first page of which is there. */
export interface Walk {
  table: Table;
  rows: Rows;
  /** How many rows there will be, where that is known. */
  total: number | null;
}

/** What runs an operation: in turn, and within the caller's rights. */
export type Execute = (args: ExecutionArgs) => Promise<ExecutionResult>;

/**
 * Walks through all pages of an operation's one list. Each page is an operation of its own to the budget, the turns and the audit log.
 *
 * @returns the result of the first page where that has errors
 * @throws {GraphQLError} `NOT_A_TABLE`
 */
export async function walk(
  { graph, rateLimit, execute }: { graph: Graph; rateLimit: RateLimit; execute: Execute },
  exchange: Exchange,
  args: ExecutionArgs,
): Promise<Walk | Required<Pick<ExecutionResult, "errors">>> {
  const { schema, document, operationName, variableValues } = args;
  const table = tableOf({ schema, document, operationName, variableValues: coercedVariables(args) });
  const documents = pagedDocuments(document, table, exchange.file?.format === "geojson");
  const { data, errors } = await execute({ ...args, document: documents.first });
  if (errors && errors.length > 0) return { errors };
  const start = at(data, table.path) as Page | null;
  const total = start?.[TOTAL];

  async function* rows(): AsyncGenerator<readonly unknown[]> {
    let page = start;
    for (;;) {
      const found = at(page, table.rowPath);
      yield Array.isArray(found) ? found : [];
      const info = page?.[PAGE_INFO];
      if (!info?.hasNextPage) return;
      page = await pageAfter(info.endCursor);
    }
  }

  async function pageAfter(cursor: string): Promise<Page | null> {
    const variables = { ...(variableValues as Record<string, unknown> | undefined), [AFTER]: cursor };
    await charge(rateLimit, exchange, costOf(schema, documents.next, operationName, variables)?.cost ?? 1);
    // What one page has loaded is not kept for the next.
    const fresh = exchange.viewer && (await graph.createContext(exchange.viewer));
    const contextValue = { ...(args.contextValue as object), ...fresh };
    const next = await execute({ ...args, document: documents.next, variableValues: variables, contextValue });
    if (fresh && "audit" in fresh) await fresh.audit?.save(exchange.operation, exchange.id);
    const [error] = next.errors ?? [];
    if (error) throw error;
    return at(next.data, table.path) as Page | null;
  }

  return { table, rows: rows(), total: typeof total === "number" ? total : null };
}

/** A connection, with what is asked of it beside what the caller wants. */
interface Page {
  [PAGE_INFO]?: { hasNextPage: boolean; endCursor: string };
  [TOTAL]?: number | null;
}

/** Waits where the budget is spent: the walk goes on when there is a new one. */
async function charge(rateLimit: RateLimit, exchange: Exchange, cost: number): Promise<void> {
  for (;;) {
    const refusal = await rateLimit.charge(exchange, cost);
    if (!refusal) return;
    if (exchange.response.destroyed) throw refusal;
    await wait(Number(refusal.extensions.retryAfter) * 1_000);
  }
}
