import { GraphQLError } from "graphql";
import { Redis } from "ioredis";
import { LRUCache } from "lru-cache";
import pLimit, { type LimitFunction } from "p-limit";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Exchange } from "../http/exchange.ts";
import { reportFault } from "../http/fault.ts";
import type { Logger } from "../logger.ts";
import type { Settings } from "../settings.ts";

export type RateLimitSettings = Pick<Settings, "rateLimit" | "redisUrl" | "trustedProxies">;

/** How much each caller may ask, by time and at once. */
export interface RateLimit {
  /** Takes a request's cost, in objects, off its caller's budget; gives the error when that does not suffice. */
  charge(exchange: Exchange, cost: number): Promise<GraphQLError | undefined>;
  /** Runs an operation when few enough of its caller run. */
  run<T>(exchange: Exchange, work: (caller: string) => Promise<T> | T): Promise<T>;
  close(): Promise<void>;
}

/** The budget is for so many seconds. */
const WINDOW_S = 60;

/** The public's part of the budget that others have: it needs no key, and one may come from many addresses. */
const PUBLIC_PART = 0.25;

/** So many operations of one caller run at once, and so many more wait. */
const AT_ONCE = 4;
const WAITING = 100;

/** How many callers' queues are kept. */
const CALLERS = 10_000;

/** Budgets lie in this process, or in Redis, where several servers share them; while Redis is away, each counts for itself. */
export function createRateLimit({ rateLimit, redisUrl, trustedProxies }: RateLimitSettings, logger: Logger): RateLimit {
  const redis = redisUrl ? connect(redisUrl, logger) : undefined;
  const limiter = (name: string, points: number): RateLimiterAbstract => {
    const options = { keyPrefix: `chacra ${name}`, points, duration: WINDOW_S };
    const here = new RateLimiterMemory(options);
    return redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: here }) : here;
  };
  const open = { name: "public", points: Math.floor(rateLimit * PUBLIC_PART) };
  const known = { name: "key", points: rateLimit };
  const budgets = new Map([open, known].map((budget) => [budget, limiter(budget.name, budget.points)] as const));
  const queues = new LRUCache<string, LimitFunction>({ max: CALLERS });

  function caller({ viewer, request }: Exchange): string {
    if (viewer && viewer.id !== "anonymous") return viewer.id;
    const forwarded = String(request.headers["x-forwarded-for"] ?? "").split(",");
    const address = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
    return `address:${address || request.socket.remoteAddress}`;
  }

  return {
    async charge(exchange, cost) {
      const budget = exchange.viewer?.role === "public" ? open : known;
      const taken = await take(budgets.get(budget), caller(exchange), cost);
      const seconds = Math.ceil(taken.msBeforeNext / 1_000);
      const { response } = exchange;
      // A file's later pages are charged when its headers are long gone.
      if (!response.headersSent)
        response.setHeader("RateLimit-Policy", `"${budget.name}";q=${budget.points};w=${WINDOW_S}`);
      if (!response.headersSent)
        response.setHeader("RateLimit", `"${budget.name}";r=${Math.max(0, taken.remainingPoints)};t=${seconds}`);
      if (!taken.isOver) return undefined;
      return tooMuch(
        "RATE_LIMITED",
        seconds,
        `You have asked for more than ${budget.points} objects in ${WINDOW_S} seconds. Ask again in ${seconds} seconds.`,
      );
    },
    run(exchange, work) {
      const name = caller(exchange);
      const queue = queues.get(name) ?? pLimit(AT_ONCE);
      queues.set(name, queue);
      if (queue.pendingCount < WAITING) return queue(async () => work(name));
      throw tooMuch(
        "TOO_MANY_AT_ONCE",
        1,
        `${AT_ONCE} of your operations run and ${WAITING} wait. Wait for their answers.`,
      );
    },
    async close() {
      redis?.disconnect();
    },
  };
}

async function take(limiter: RateLimiterAbstract | undefined, key: string, points: number) {
  try {
    const { msBeforeNext, remainingPoints } = (await limiter?.consume(key, points)) ?? new RateLimiterRes();
    return { isOver: false, msBeforeNext, remainingPoints };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { isOver: true, msBeforeNext: refused.msBeforeNext, remainingPoints: refused.remainingPoints };
  }
}

function tooMuch(code: string, seconds: number, message: string): GraphQLError {
  const http = { status: 429, headers: { "Retry-After": String(Math.max(1, seconds)) } };
  return new GraphQLError(message, { extensions: { code, retryAfter: Math.max(1, seconds), http } });
}

/** Commands fail at once while Redis is away, rather than wait for it. */
function connect(url: string, logger: Logger): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  let isAway = false;
  redis.on("error", (error) => {
    if (!isAway) logger.warn({ error: reportFault(error) }, "Redis is away: budgets are counted by this server alone");
    isAway = true;
  });
  redis.on("ready", () => {
    if (isAway) logger.info("Redis is back");
    isAway = false;
  });
  return redis;
}
