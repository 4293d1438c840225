import { setImmediate } from "node:timers/promises";

/** How much is computed between two looks at the event loop: some 10 ms of work. */
const SLICE = 50_000;

/** Calls `visit` for every number below `count` and lets the event loop turn in between. */
export async function visitAll(count: number, visit: (index: number) => void): Promise<void> {
  for (let from = 0; from < count; from += SLICE) {
    const until = Math.min(from + SLICE, count);
    for (let index = from; index < until; index++) visit(index);
    if (until < count) await setImmediate();
  }
}
