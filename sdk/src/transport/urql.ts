import { Client, type Exchange, fetchExchange } from "@urql/core";
import { checkedUrl } from "../address.ts";
import type { ClientOptions } from "../calls.ts";
import { deprecations, type Logger } from "../development/deprecations.ts";
import { oneByOne } from "../development/one-by-one.ts";
import { byId } from "./by-id.ts";
import { checked } from "./checked.ts";
import { replies } from "./reply.ts";
import { sender } from "./send.ts";

/** Milliseconds that a call may take unless its caller says otherwise. */
const TIMEOUT_MS = 60_000;

/** How often a request that failed in passing is made again. */
const RETRIES = 2;

/** The client of urql that makes the requests, with exchanges before those of the transport. */
export function createUrqlClient(options: ClientOptions, exchanges: Exchange[] = []): Client {
  const {
    url,
    scalars,
    timeout = TIMEOUT_MS,
    retries = RETRIES,
    documents = "text",
    logger = developersConsole(),
    onReply,
  } = options;
  return new Client({
    url: checkedUrl(url),
    exchanges: [
      ...(logger ? [deprecations(logger)] : []),
      ...loopWarning(logger),
      // A cache keeps texts.
      ...(scalars ? [scalars] : []),
      ...exchanges,
      replies(onReply),
      byId(documents === "id"),
      fetchExchange,
    ],
    requestPolicy: "network-only",
    preferGetMethod: false,
    fetch: sender({ ...options, ...checked({ timeout, retries }) }),
  });
}

/** Nobody reads the console of a program that runs for others. */
function developersConsole(): Logger | undefined {
  return isDevelopment() ? console : undefined;
}

function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== "production";
  } catch {
    // In a browser without a bundler there is no process.
    return false;
  }
}

function loopWarning(logger: Logger | undefined): Exchange[] {
  try {
    // As it stands here, bundlers take the branch, and what it imports, out of a program that is built for production.
    if (process.env.NODE_ENV !== "production" && logger) return [oneByOne(logger)];
  } catch {
    // In a browser without a bundler there is no process.
  }
  return [];
}
