/**
 * Shares a few places among callers: one after the other gets its turn, however many each waits for, and none may hold more than
 * half of the places at once.
 */
export class Turns {
  readonly #each: number;
  readonly #running = new Map<string, number>();
  /** In the order in which the callers have their next turn. */
  readonly #waiting = new Map<string, (() => void)[]>();
  #free: number;

  constructor(places: number) {
    this.#free = places;
    this.#each = Math.max(1, Math.floor(places / 2));
  }

  /** Waits for a place; to be given back by {@link give}. */
  take(caller: string): Promise<void> {
    return new Promise((resolve) => {
      const queue = this.#waiting.get(caller);
      if (queue) queue.push(resolve);
      else this.#waiting.set(caller, [resolve]);
      this.#next();
    });
  }

  give(caller: string): void {
    this.#free += 1;
    const running = (this.#running.get(caller) ?? 1) - 1;
    if (running > 0) this.#running.set(caller, running);
    else this.#running.delete(caller);
    this.#next();
  }

  #next(): void {
    while (this.#free > 0) {
      const found = [...this.#waiting].find(([caller]) => (this.#running.get(caller) ?? 0) < this.#each);
      if (!found) return;
      const [caller, [start, ...others]] = found;
      this.#waiting.delete(caller);
      // Whoever waits for more goes to the end of the line.
      if (others.length > 0) this.#waiting.set(caller, others);
      this.#running.set(caller, (this.#running.get(caller) ?? 0) + 1);
      this.#free -= 1;
      start?.();
    }
  }
}
