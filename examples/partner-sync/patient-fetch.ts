import { setTimeout } from "node:timers/promises";

/** A `fetch` that waits as long as a busy server asks it to, and asks again. Whoever gives up ends the waiting too. */
export function patientFetch(tellWait: (seconds: number) => void): typeof fetch {
  return async function ask(input, init) {
    const response = await fetch(input, init);
    const seconds = Number(response.headers.get("retry-after"));
    if (!(response.status === 429 || response.status === 503) || !(seconds > 0)) return response;
    await response.body?.cancel();
    tellWait(seconds);
    await setTimeout(seconds * 1000, undefined, { signal: init?.signal ?? undefined });
    return ask(input, init);
  };
}
