/** Work that is under way, and that which waits for its end. */
interface Flight<T> {
  ended: Promise<unknown>;
  next?: Promise<T>;
}

/**
 * Lets those who ask the same at the same time share an answer. Nobody is given one that was begun before they asked: it might not tell of what
 * had changed until then. So whoever comes while one is under way waits for the next, and all of these share it.
 */
export class Shared<T> {
  readonly #flights = new Map<string, Flight<T>>();

  async of(name: string, work: () => Promise<T>): Promise<T> {
    const running = this.#flights.get(name);
    if (!running) return this.#start(name, work);
    const isFirst = running.next === undefined;
    running.next ??= running.ended.then(() => this.#start(name, work));
    if (isFirst) return running.next;
    // The one who began it may have left, which is no reason for the others to go without.
    return running.next.catch(work);
  }

  /** How many are under way. */
  get size(): number {
    return this.#flights.size;
  }

  #start(name: string, work: () => Promise<T>): Promise<T> {
    const answer = work();
    const flight: Flight<T> = { ended: answer.catch(() => {}) };
    this.#flights.set(name, flight);
    flight.ended.then(() => {
      if (!flight.next) this.#flights.delete(name);
    });
    return answer;
  }
}
