import type { OperationResult } from "@urql/core";

/**
 * What the server counted for an operation, in objects that it could have touched.
 *
 * @example
 * ```ts
 * import type { Cost } from "@chacra/sdk";
 *
 * export const share = ({ requested, limit }: Cost) => requested / limit;
 * ```
 */
export interface Cost {
  requested: number;
  /** The most that one operation may cost. */
  limit: number;
}

/**
 * What is left of the caller's budget.
 *
 * @example
 * ```ts
 * import type { RateLimit } from "@chacra/sdk";
 *
 * export const isNearlySpent = ({ remaining, limit }: RateLimit) => remaining < limit / 10;
 * ```
 */
export interface RateLimit {
  /** Objects a window. */
  limit: number;
  /** Objects left in this one. */
  remaining: number;
  /** Seconds until the next one. */
  reset: number;
  /** Seconds that a window lasts. */
  window: number;
}

/** The budget in `RateLimit` and `RateLimit-Policy`. */
export function rateLimitIn(headers: Headers | undefined): RateLimit | undefined {
  const read = (name: string, key: string) =>
    Number(new RegExp(`[; ]${key}=(\\d+)`).exec(headers?.get(name) ?? "")?.[1] ?? Number.NaN);
  const budget = {
    limit: read("ratelimit-policy", "q"),
    remaining: read("ratelimit", "r"),
    reset: read("ratelimit", "t"),
    window: read("ratelimit-policy", "w"),
  };
  return Object.values(budget).some(Number.isNaN) ? undefined : budget;
}

export function costIn(extensions: OperationResult["extensions"]): Cost | undefined {
  const { requested, limit } = Object(extensions?.cost);
  return typeof requested === "number" && typeof limit === "number" ? { requested, limit } : undefined;
}
