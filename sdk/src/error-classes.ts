import { ChacraError, type ChacraErrorCode, type ChacraErrorDetails } from "./error.ts";

/**
 * What was asked for by its key is not there, or no longer.
 *
 * @example
 * ```ts
 * import { NotFoundError } from "@chacra/sdk/errors";
 *
 * export const isGone = (error: unknown) => error instanceof NotFoundError;
 * ```
 */
export class NotFoundError extends ChacraError {
  override readonly name = "NotFoundError";
}

/**
 * The caller's role may not have it, or the server does not run this document for anybody.
 *
 * @example
 * ```ts
 * import { ForbiddenError } from "@chacra/sdk/errors";
 *
 * export const whoMay = (error: unknown) => (error instanceof ForbiddenError ? error.needed : []);
 * ```
 */
export class ForbiddenError extends ChacraError {
  override readonly name = "ForbiddenError";

  /** The roles that may have it, where the server says so. */
  get needed(): readonly string[] {
    return this.faults[0]?.needed ?? [];
  }
}

/**
 * The key or token is missing, not valid, or could not be had.
 *
 * @example
 * ```ts
 * import { AuthenticationError } from "@chacra/sdk/errors";
 *
 * export const mustSignIn = (error: unknown) => error instanceof AuthenticationError;
 * ```
 */
export class AuthenticationError extends ChacraError {
  override readonly name = "AuthenticationError";
}

/**
 * The operation is over one of the server's limits: its cost, its depth, the size of its pages. Nothing of it was run.
 *
 * @example
 * ```ts
 * import { CostError } from "@chacra/sdk/errors";
 *
 * export const byHowMuch = (error: unknown) =>
 *   error instanceof CostError ? `${error.requested} of at most ${error.limit}` : undefined;
 * ```
 */
export class CostError extends ChacraError {
  override readonly name = "CostError";

  /** The most that may be, in what the code counts: objects for `COST_TOO_LARGE`, items for `PAGE_TOO_LARGE`. */
  get limit(): number | undefined {
    return this.faults[0]?.limit;
  }

  /** What the operation asked for, in the same. */
  get requested(): number | undefined {
    return this.faults[0]?.requested;
  }
}

/**
 * The caller's budget is spent, or too many of its operations wait.
 *
 * @example
 * ```ts
 * import { RateLimitedError } from "@chacra/sdk/errors";
 *
 * export const waitFor = (error: unknown) => (error instanceof RateLimitedError ? error.retryAfter : undefined);
 * ```
 */
export class RateLimitedError extends ChacraError {
  override readonly name = "RateLimitedError";
  /** When the server wants to be asked again, in seconds from the answer. */
  readonly retryAfter: number | undefined;

  constructor(code: ChacraErrorCode, message: string, details: ChacraErrorDetails = {}) {
    super(code, message, details);
    this.retryAfter = details.retryAfter;
  }
}

/**
 * The document, a variable or an argument is wrong; asking again will not help.
 *
 * @example
 * ```ts
 * import { InvalidInputError } from "@chacra/sdk/errors";
 *
 * export const wrongArgument = (error: unknown) => (error instanceof InvalidInputError ? error.argument : undefined);
 * ```
 */
export class InvalidInputError extends ChacraError {
  override readonly name = "InvalidInputError";

  /** The argument that has a wrong value, where the server names it. */
  get argument(): string | undefined {
    return this.faults[0]?.argument;
  }
}

/**
 * No answer came, or one that was not GraphQL's, such as a proxy's.
 *
 * @example
 * ```ts
 * import { NetworkError } from "@chacra/sdk/errors";
 *
 * export const isOffline = (error: unknown) => error instanceof NetworkError && error.status === undefined;
 * ```
 */
export class NetworkError extends ChacraError {
  override readonly name = "NetworkError";
}

/**
 * The call took longer than its `timeout`, or a statement longer than the server lets one take (then there is a `status`).
 *
 * @example
 * ```ts
 * import { TimeoutError } from "@chacra/sdk/errors";
 *
 * export const askForLess = (error: unknown) => error instanceof TimeoutError;
 * ```
 */
export class TimeoutError extends ChacraError {
  override readonly name = "TimeoutError";
}

/**
 * The caller's `signal` was aborted; `cause` is its reason.
 *
 * @example
 * ```ts
 * import { AbortedError } from "@chacra/sdk/errors";
 *
 * export const isOurDoing = (error: unknown) => error instanceof AbortedError;
 * ```
 */
export class AbortedError extends ChacraError {
  override readonly name = "AbortedError";
}

/**
 * A fault of the server's, which its operator finds by `requestId`.
 *
 * @example
 * ```ts
 * import { ServerError } from "@chacra/sdk/errors";
 *
 * export const report = (error: unknown) => (error instanceof ServerError ? `Please report ${error.requestId}.` : "");
 * ```
 */
export class ServerError extends ChacraError {
  override readonly name = "ServerError";
}

const byCode: readonly (readonly [RegExp, typeof ChacraError])[] = [
  [/^(RATE_LIMITED|TOO_MANY_AT_ONCE)$/, RateLimitedError],
  [/^(FORBIDDEN|UNTRUSTED_DOCUMENT)$/, ForbiddenError],
  [/^(UNAUTHENTICATED|TOKEN|CREDENTIAL_IN_URL|ISSUER_UNAVAILABLE)$/, AuthenticationError],
  [/^(NETWORK|HTTP)$/, NetworkError],
  [/^TIMEOUT$/, TimeoutError],
  [/^ABORTED$/, AbortedError],
  [/^(INTERNAL|NOT_BUILT|REPEATED_CURSOR)$/, ServerError],
  [/^NOT_FOUND$/, NotFoundError],
  [/^(BAD_|GRAPHQL_|BODY_|UNSUPPORTED_|NO_|NOT_A_|OPERATION_|DOCUMENT_|METHOD_)/, InvalidInputError],
  [/_TOO_|^TOO_MANY_/, CostError],
];

/** The error of a code's class; of codes that are new, the base's. */
export function errorOf(code: ChacraErrorCode, message: string, details?: ChacraErrorDetails): ChacraError {
  const [, Class = ChacraError] = byCode.find(([pattern]) => pattern.test(code)) ?? [];
  return new Class(code, message, details);
}
