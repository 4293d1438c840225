import { authorization, type Token } from "../token.ts";
import { secondsIn } from "./retry-after.ts";

/** How requests are made. */
export interface Sending {
  token?: Token | undefined;
  fetch?: typeof fetch | undefined;
  /** Milliseconds that a call may take, all its attempts together. */
  timeout: number;
  /** How often a request that failed is made again. */
  retries: number;
}

/** What a call tells its transport, beside what is fetch's own. */
export interface CallInit extends RequestInit {
  /** Milliseconds, in place of the client's. */
  timeout?: number | undefined;
  /** Gets the answer. */
  told?: { response?: Response } | undefined;
}

/** What proxies answer, and a server that has too much to do: the same request may succeed later. */
const PASSING = [429, 502, 503, 504];

/** The first wait that is our own choice, which doubles, and the longest; in milliseconds. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 8_000;

/**
 * A fetch that says who asks, and asks again where that may help: the graph has no mutations, so that any request may be
 * made twice. `@urql/exchange-retry` heeds neither `Retry-After` nor the time that the call has left.
 */
export function sender({ token, timeout, retries, fetch: given }: Sending): typeof fetch {
  const { headers: authorize, renews } = authorization(token);
  return async (input, init: CallInit = {}) => {
    const { told, timeout: own = timeout, ...plain } = init;
    const end = performance.now() + own;
    // Only whole milliseconds can be waited for.
    const over = AbortSignal.timeout(Math.ceil(own));
    const signal = plain.signal ? AbortSignal.any([plain.signal, over]) : over;
    let refused: Headers | undefined;
    for (let failures = 0; ; ) {
      const headers = await unlessAborted(authorize(plain.headers, refused), signal);
      const { response, error } = await attempt(() =>
        (given ?? globalThis.fetch)(input, { ...plain, headers, signal }),
      );
      if (response?.status === 401 && renews && !refused) {
        refused = headers;
        await response.body?.cancel();
        continue;
      }
      if (signal.aborted) throw signal.reason;
      const wait = response ? waitAfter(response, failures) : backoff(failures);
      if (failures >= retries || wait === undefined || performance.now() + wait > end) {
        if (!response) throw error;
        if (told) told.response = response;
        return response;
      }
      failures++;
      await response?.body?.cancel();
      await sleep(wait, signal);
    }
  };
}

async function attempt(work: () => Promise<Response>): Promise<{ response?: Response; error?: unknown }> {
  try {
    return { response: await work() };
  } catch (error) {
    return { error };
  }
}

/** Milliseconds until it is worth asking again; undefined where it is not. */
function waitAfter({ status, headers }: Response, failures: number): number | undefined {
  if (!PASSING.includes(status)) return undefined;
  const seconds = secondsIn(headers.get("retry-after"));
  return seconds === undefined ? backoff(failures) : seconds * 1_000 + Math.random() * FIRST_WAIT;
}

/** Anything up to twice as long each time, so that those who failed together do not come back together. */
function backoff(failures: number): number {
  return Math.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures);
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return unlessAborted(over, signal).finally(() => clearTimeout(timer));
}

/** What a promise gives, or the signal's reason when that comes first. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) return giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}
