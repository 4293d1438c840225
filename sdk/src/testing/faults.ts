import { GraphQLError } from "graphql";
import type { ChacraErrorCode } from "../error.ts";

/**
 * What is to go wrong with a request: an error that the graph tells, an answer that is none of GraphQL's, or no answer at
 * all; each after a while, if so wanted. With `delay` alone the request is late, and nothing else is wrong with it.
 *
 * @example
 * ```ts
 * import { createTestServer, type Fault } from "@chacra/sdk/testing";
 *
 * const busy: Fault = { code: "RATE_LIMITED", retryAfter: 1 };
 * const half: Fault = { code: "FORBIDDEN", at: "Family.incomes" };
 * const proxy: Fault = { status: 502 };
 * const offline: Fault = { network: true };
 * const slow: Fault = { delay: 300 };
 * const server = createTestServer({ faults: [busy, half, proxy, offline, slow] });
 * ```
 */
export interface Fault {
  /** A code of the graph's, which comes with the HTTP status that a server gives it. */
  code?: ChacraErrorCode;
  /** The field, such as `Family.incomes`, that has the error; it is null then, and the rest is answered. Absent: the whole request. */
  at?: string;
  /** What the error says. */
  message?: string;
  /** The HTTP status: of a code, in place of the usual one; alone, of an answer that is not GraphQL's. */
  status?: number;
  /** Seconds, told as `Retry-After`. */
  retryAfter?: number;
  /** Whether no answer comes, as when one is offline. */
  network?: true;
  /** Milliseconds until the answer. */
  delay?: number;
}

/** What the graph answers with another status than 200, where a whole request fails. */
const statuses: readonly (readonly [RegExp, number])[] = [
  [/^UNAUTHENTICATED$/, 401],
  [/^NOT_FOUND$/, 404],
  [/^BODY_TOO_LARGE$/, 413],
  [/^UNSUPPORTED_MEDIA_TYPE$/, 415],
  [/^(RATE_LIMITED|TOO_MANY_AT_ONCE)$/, 429],
  [/^INTERNAL$/, 500],
  [/^(ISSUER_UNAVAILABLE|NOT_BUILT)$/, 503],
  [/^(FORBIDDEN|TIMEOUT|BAD_(ARGUMENT|ID|PAGE|CURSOR))$/, 200],
];

/** The HTTP status with which a whole request is refused. */
export function statusOf(code: string): number {
  return statuses.find(([pattern]) => pattern.test(code))?.[1] ?? 400;
}

/** The error that a fault wants told. */
export function errorOfFault({ code = "INTERNAL", message, retryAfter }: Fault): GraphQLError {
  const text = message ?? `The test wanted ${code}.`;
  return new GraphQLError(text, { extensions: { code, ...(retryAfter !== undefined && { retryAfter }) } });
}

/** @throws {TypeError} when it says nothing, or two things at once */
export function checkedFault(fault: Fault): Fault {
  const { code, at, status, network, delay } = fault;
  if (code === undefined && status === undefined && !network && delay === undefined)
    throw new TypeError("A fault needs a code, a status, network or a delay.");
  if (network && (code !== undefined || status !== undefined))
    throw new TypeError("A fault without an answer has neither code nor status.");
  if (at !== undefined && code === undefined) throw new TypeError(`The fault at ${at} needs a code.`);
  return fault;
}
