import { type Exchange, getOperationName, makeOperation, mapExchange, type OperationResult } from "@urql/core";
import type { ChacraError } from "../error.ts";
import { toChacraError } from "../to-chacra-error.ts";
import type { CallInit } from "./send.ts";
import { type Cost, costIn, type RateLimit, rateLimitIn } from "./told.ts";

/** What the server says of a request beside its data. */
interface Aside {
  cost: Cost | undefined;
  rateLimit: RateLimit | undefined;
  requestId: string | undefined;
  status: number | undefined;
}

export function asideOf({ extensions, error, operation }: OperationResult): Aside {
  const { told } = Object(operation.context.fetchOptions) as CallInit;
  const response: Response | undefined = told?.response ?? error?.response;
  const headers = response?.headers;
  return {
    cost: costIn(extensions),
    rateLimit: rateLimitIn(headers),
    requestId: headers?.get("x-request-id") ?? undefined,
    status: response?.status,
  };
}

export function errorIn({ error, data, operation }: OperationResult): ChacraError | undefined {
  return error && toChacraError(error, data, Object(operation.variables));
}

/** Tells of each request what came of it, and has the transport keep its answer for that. */
export function replies(
  note: ((notice: Aside & { operation: string | undefined; code: string | undefined }) => void) | undefined,
): Exchange {
  return mapExchange({
    onOperation(operation) {
      const { fetchOptions } = operation.context;
      const init: CallInit = { told: {}, ...(typeof fetchOptions === "function" ? fetchOptions() : fetchOptions) };
      return makeOperation(operation.kind, operation, { ...operation.context, fetchOptions: init });
    },
    onResult(result) {
      const { query } = result.operation;
      note?.({ operation: getOperationName(query), code: errorIn(result)?.code, ...asideOf(result) });
    },
  });
}
