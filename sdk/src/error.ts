import type { CombinedError } from "@urql/core";

/** One fault as the graph tells it. */
export interface GraphFault {
  message: string;
  /** The server's code for programs, such as `PAGE_TOO_LARGE`; see the server's documentation. */
  code: string;
  /** Where in the result it happened: field names and list indexes. */
  path: readonly (string | number)[];
}

/**
 * What went wrong with an operation. The message never holds variables or the token.
 *
 * @example
 * ```ts
 * import { ChacraError, createClient, FarmsByCropDocument } from "@chacra/sdk";
 *
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
 * try {
 *   await chacra.query(FarmsByCropDocument, { crop: "CACAO", first: 500 });
 * } catch (error) {
 *   if (error instanceof ChacraError && error.code === "PAGE_TOO_LARGE") console.log(error.message);
 *   else throw error;
 * }
 * ```
 */
export class ChacraError extends Error {
  override readonly name = "ChacraError";
  /**
   * The code of the first fault; or `NETWORK` when no answer came, `HTTP` when the answer was none of GraphQL's, and
   * `ABORTED` when the caller gave up.
   */
  readonly code: string;
  /** Every fault that the graph told. */
  readonly faults: readonly GraphFault[];
  /** HTTP status, where an answer came. */
  readonly status: number | undefined;
  /** The server's id of the request, for asking its operator. */
  readonly requestId: string | undefined;
  /** What the graph answered beside the faults; its parts that failed are null. */
  readonly data: unknown;

  constructor(
    code: string,
    message: string,
    details: {
      faults?: readonly GraphFault[];
      status?: number;
      requestId?: string;
      data?: unknown;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.code = code;
    this.faults = details.faults ?? [];
    this.status = details.status;
    this.requestId = details.requestId;
    this.data = details.data;
  }
}

/** An urql error as one of ours. */
export function toChacraError(error: CombinedError, data: unknown): ChacraError {
  const response: Response | undefined = error.response;
  const details = {
    status: response?.status,
    requestId: response?.headers?.get("x-request-id") ?? undefined,
    data: data ?? undefined,
    faults: error.graphQLErrors.map(({ message, extensions, path }) => ({
      message,
      code: typeof extensions.code === "string" ? extensions.code : "UNKNOWN",
      path: path ?? [],
    })),
  };
  const [fault] = details.faults;
  if (fault) {
    const others = details.faults.length > 1 ? ` (and ${details.faults.length - 1} more)` : "";
    return new ChacraError(fault.code, fault.message + others, details);
  }
  if (response) {
    return new ChacraError("HTTP", `The server answered ${response.status}, and not with GraphQL.`, details);
  }
  const { networkError } = error;
  if (networkError instanceof ChacraError) return networkError;
  return new ChacraError("NETWORK", "No answer came from the server. Check the url and that it is running.", {
    ...details,
    cause: networkError,
  });
}
