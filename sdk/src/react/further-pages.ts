import { type Client, createRequest, type GraphQLRequest, type OperationResult } from "@urql/core";
import { pipe, subscribe } from "wonka";

/** A page after the first one: its cursor, and its result once there is one. */
export interface FurtherPage {
  readonly cursor: string;
  readonly result?: OperationResult;
}

/** The pages that a list has gone on to; live while somebody looks, and then their requests end. */
export class FurtherPages {
  readonly #ask: (cursor: string, again: boolean, take: (result: OperationResult) => void) => () => void;
  readonly #listeners = new Set<() => void>();
  readonly #open = new Map<string, () => void>();
  #pages: readonly FurtherPage[] = [];

  constructor(urql: Client, { query, variables }: GraphQLRequest, after: string) {
    this.#ask = (cursor, again, take) => {
      const source = urql.executeQuery(createRequest(query, { ...variables, [after]: cursor }), {
        requestPolicy: again ? "network-only" : "cache-first",
      });
      return pipe(source, subscribe(take)).unsubscribe;
    };
  }

  readonly pages = (): readonly FurtherPage[] => this.#pages;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) for (const { cursor } of this.#pages) this.#start(cursor);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  /** Goes on to the page after a cursor, which follows so many; asks for it anew when it is there, for it has failed. */
  load(cursor: string, after: number): void {
    const again = this.#pages.some((page) => page.cursor === cursor);
    for (const { cursor } of this.#pages.slice(after)) this.#end(cursor);
    this.#change((pages) => [...pages.slice(0, after), { cursor }]);
    this.#start(cursor, again);
  }

  /** Back to the first page alone. */
  reset(): void {
    this.#stop();
    this.#change(() => []);
  }

  #start(cursor: string, again = false): void {
    this.#end(cursor);
    this.#open.set(
      cursor,
      this.#ask(cursor, again, (result) =>
        this.#change((pages) => pages.map((page) => (page.cursor === cursor ? { cursor, result } : page))),
      ),
    );
  }

  #end(cursor: string): void {
    this.#open.get(cursor)?.();
    this.#open.delete(cursor);
  }

  #stop(): void {
    for (const cursor of [...this.#open.keys()]) this.#end(cursor);
  }

  #change(next: (pages: readonly FurtherPage[]) => readonly FurtherPage[]): void {
    this.#pages = next(this.#pages);
    for (const listener of this.#listeners) listener();
  }
}
