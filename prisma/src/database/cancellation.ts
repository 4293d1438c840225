import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** What runs on behalf of one caller. */
interface Errand {
  running: Set<number>;
  isOver: boolean;
  /** Settles when the statements that were told to end have been told. */
  ending: Promise<unknown>;
}

const errands = new AsyncLocalStorage<Errand>();

/** A pool that knows for whom each statement runs, so that it can be ended when nobody waits for it any more. */
export class CancellingPool extends pg.Pool {
  readonly #administration: pg.Pool;

  constructor(config: pg.PoolConfig) {
    super(config);
    // Connections of its own: when all others hang, there must be one to say so.
    this.#administration = new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
    this.#administration.on("error", () => {});
  }

  /** Runs `work`; when the signal is aborted before its end, its statements are ended in the database. */
  async during<T>(signal: AbortSignal, work: () => Promise<T> | T): Promise<T> {
    const errand: Errand = { running: new Set(), isOver: false, ending: Promise.resolve() };
    const end = (): void => {
      errand.isOver = true;
      errand.ending = this.#end([...errand.running]);
    };
    if (signal.aborted) errand.isOver = true;
    signal.addEventListener("abort", end, { once: true });
    try {
      return await errands.run(errand, async () => work());
    } finally {
      signal.removeEventListener("abort", end);
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg declares a dozen forms of query; Prisma's adapter uses the one with a promise
  override query(...args: any[]): any {
    const errand = errands.getStore();
    if (!errand) return super.query(...(args as [string]));
    return this.#queryFor(errand, args);
  }

  async #queryFor(errand: Errand, args: unknown[]): Promise<unknown> {
    if (errand.isOver) throw new Error("Nobody waits for this statement any more.");
    const client = await this.connect();
    const { processID } = client as unknown as { processID: number };
    errand.running.add(processID);
    try {
      if (errand.isOver) throw new Error("Nobody waits for this statement any more.");
      return await client.query(...(args as [string]));
    } finally {
      errand.running.delete(processID);
      // Until the database has heard of it, an end that was meant for this statement could hit the next one.
      await errand.ending;
      client.release();
    }
  }

  async #end(processes: number[]): Promise<void> {
    if (processes.length === 0) return;
    await this.#administration
      .query("SELECT pg_cancel_backend(pid) FROM unnest($1::int[]) AS pid", [processes])
      .catch(() => {});
  }

  override async end(): Promise<void> {
    await Promise.all([super.end(), this.#administration.end()]);
  }
}
