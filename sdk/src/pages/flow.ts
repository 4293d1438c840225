/** Takes the next value before the last one is used. */
export async function* ahead<Value>(source: AsyncGenerator<Value>): AsyncGenerator<Value> {
  for (let { done, value } = await source.next(); !done; ) {
    const next = source.next();
    // Thrown in its turn, when it is waited for; it may never be.
    next.catch(() => {});
    yield value;
    ({ done, value } = await next);
  }
}

/** A source that is on its way to its first value already. */
export function started<Value>(source: AsyncGenerator<Value>): AsyncGenerator<Value> {
  const first = source.next();
  first.catch(() => {});
  return (async function* () {
    const { done, value } = await first;
    if (done) return;
    yield value;
    yield* source;
  })();
}

/** Lets so many run at once; the others wait, first come first served. */
export function gate(width: number): <Result>(run: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (run) => {
    if (running < width) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
