/**
 * What went wrong, for programs. Of this package are `NETWORK` (no answer came), `HTTP` (the answer was none of GraphQL's),
 * `ABORTED` (the caller gave up), `TOKEN` (the token could not be had or sent), `REPEATED_CURSOR` (the server's pages go in
 * circles) and `UNKNOWN` (the server told no code), and `TIMEOUT` where the call's time was over; the others are the
 * server's, which may have more.
 *
 * @example
 * ```ts
 * import type { ChacraErrorCode } from "@chacra/sdk";
 *
 * const worthRetrying: ChacraErrorCode[] = ["NETWORK", "HTTP", "INTERNAL"];
 * ```
 */
export type ChacraErrorCode =
  | "NETWORK"
  | "HTTP"
  | "ABORTED"
  | "TIMEOUT"
  | "TOKEN"
  | "REPEATED_CURSOR"
  | "UNKNOWN"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "RATE_LIMITED"
  | "TOO_MANY_AT_ONCE"
  | "COST_TOO_LARGE"
  | "PAGE_TOO_LARGE"
  | "BAD_REQUEST"
  | "GRAPHQL_PARSE_FAILED"
  | "GRAPHQL_VALIDATION_FAILED"
  | "OPERATION_RESOLUTION_FAILURE"
  | "BAD_VARIABLE"
  | "BAD_ARGUMENT"
  | "BAD_ID"
  | "BAD_PAGE"
  | "BAD_CURSOR"
  | "DOCUMENT_NOT_FOUND"
  | "UNTRUSTED_DOCUMENT"
  | "NOT_FOUND"
  | "BODY_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "INTERNAL"
  | (string & {});

/**
 * One fault as the graph tells it.
 *
 * @example
 * ```ts
 * import type { ChacraError, GraphFault } from "@chacra/sdk";
 *
 * const describe = ({ code, path }: GraphFault) => `${code} at ${path.join(".")}`;
 * export const summary = (error: ChacraError) => error.faults.map(describe).join(", ");
 * ```
 */
export interface GraphFault {
  /** For people. Values of the query's variables that the server quotes are replaced by …. */
  message: string;
  code: ChacraErrorCode;
  /** Where in the result it happened: field names and list indexes. Empty when it is no field's fault. */
  path: readonly (string | number)[];
  /** The server's id of the fault, when it does not tell more. */
  id?: string;
  /** The argument that has a wrong value. */
  argument?: string;
  /** The roles that may have what was refused. */
  needed?: readonly string[];
  /** The most that the server allows, in what the code counts: objects, levels, items of a page. */
  limit?: number;
  /** What the operation asked for, in the same. */
  requested?: number;
}

/**
 * What is known of an error beside its code and message.
 *
 * @example
 * ```ts
 * import { ChacraError, type ChacraErrorDetails } from "@chacra/sdk";
 *
 * const details: ChacraErrorDetails = { status: 502 };
 * export const unavailable = new ChacraError("HTTP", "The server is being restarted.", details);
 * ```
 */
export interface ChacraErrorDetails {
  faults?: readonly GraphFault[];
  /** HTTP status. */
  status?: number | undefined;
  requestId?: string | undefined;
  data?: unknown;
  cause?: unknown;
  /** In seconds. */
  retryAfter?: number | undefined;
}

/**
 * What went wrong with an operation. The message never holds variables or the token. Its subclasses tell errors apart by
 * what is to be done about them.
 *
 * @example
 * ```ts
 * import { ChacraError, createClient } from "@chacra/sdk";
 *
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
 * try {
 *   await chacra.farmsByCrop({ crop: "CACAO", first: 500 });
 * } catch (error) {
 *   if (error instanceof ChacraError && error.code === "PAGE_TOO_LARGE") console.log(error.message);
 *   else throw error;
 * }
 * ```
 */
export class ChacraError extends Error {
  override readonly name: string = "ChacraError";
  /** The code of the first fault, or what kept the graph from answering. */
  readonly code: ChacraErrorCode;
  /** The path of the first fault: field names and list indexes. Empty when it is no field's fault. */
  readonly path: readonly (string | number)[];
  /** Every fault that the graph told. */
  readonly faults: readonly GraphFault[];
  /** HTTP status, where an answer came. */
  readonly status: number | undefined;
  /** The server's id of the request, or of the fault where it told none: for asking its operator. */
  readonly requestId: string | undefined;
  /**
   * What the graph answered beside the faults; its parts that failed are null. Loggers do not see it unless asked to, for
   * it may hold people's data.
   */
  declare readonly data: unknown;

  constructor(code: ChacraErrorCode, message: string, details: ChacraErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.faults = details.faults ?? [];
    this.path = this.faults[0]?.path ?? [];
    this.status = details.status;
    this.requestId = details.requestId ?? this.faults.find(({ id }) => id)?.id;
    Object.defineProperty(this, "data", { value: details.data, enumerable: false });
  }
}
