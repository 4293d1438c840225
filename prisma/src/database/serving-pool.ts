import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { MOST_NAMES } from "./statement-names.ts";
import { textRows } from "./text-rows.ts";
import { Turns } from "./turns.ts";

/** What runs on behalf of one caller. */
interface Errand {
  caller: string;
  running: Set<number>;
  isOver: boolean;
  /** Settles when the statements that were told to end have been told. */
  ending: Promise<unknown>;
}

const errands = new AsyncLocalStorage<Errand>();

const DEFAULT_CONNECTIONS = 10;

/** A pool that knows for whom each statement runs: callers take turns, and what nobody waits for any more is ended. */
export class ServingPool extends pg.Pool {
  readonly #turns: Turns;
  /** Connections of its own: when all others hang, there must be one to say so. */
  readonly #administration: pg.Pool | undefined;
  /** The names of statements that each connection holds. */
  readonly #named = new WeakMap<pg.PoolClient, Set<string>>();

  /** @param endsStatements whether the database can end a statement that runs */
  constructor(config: pg.PoolConfig, { endsStatements }: { endsStatements: boolean }) {
    super(config);
    this.#turns = new Turns(config.max ?? DEFAULT_CONNECTIONS);
    if (!endsStatements) return;
    this.#administration = new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
    this.#administration.on("error", () => {});
  }

  /** Runs `work` for a caller; when the signal is aborted before its end, its statements are ended in the database. */
  async during<T>(caller: string, signal: AbortSignal, work: () => Promise<T> | T): Promise<T> {
    const errand: Errand = { caller, running: new Set(), isOver: signal.aborted, ending: Promise.resolve() };
    const end = (): void => {
      errand.isOver = true;
      errand.ending = this.#end([...errand.running]);
    };
    signal.addEventListener("abort", end, { once: true });
    try {
      return await errands.run(errand, async () => work());
    } finally {
      signal.removeEventListener("abort", end);
    }
  }

  /** Rows as lists of texts. */
  async textRows(text: string, values: readonly unknown[], name?: string): Promise<(string | null)[][]> {
    const errand = errands.getStore();
    if (errand) return this.#takingTurns(errand, name, (client) => textRows(client, text, values, name));
    const client = await this.connect();
    try {
      return await textRows(client, text, values, name);
    } finally {
      client.release(this.#holdsTooMany(client, name));
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg declares a dozen forms of query; Prisma's adapter uses the one with a promise
  override query(...args: any[]): any {
    const errand = errands.getStore();
    if (!errand) return super.query(...(args as [string]));
    const { name } = (args[0] ?? {}) as { name?: string };
    return this.#takingTurns(errand, name, (client) => client.query(...(args as [string])));
  }

  async #takingTurns<T>(
    errand: Errand,
    name: string | undefined,
    ask: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    await this.#turns.take(errand.caller);
    try {
      checkAwaited(errand);
      return await this.#askOn(await this.connect(), errand, name, ask);
    } finally {
      this.#turns.give(errand.caller);
    }
  }

  async #askOn<T>(
    client: pg.PoolClient,
    errand: Errand,
    name: string | undefined,
    ask: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    // pg has the number of its backend, and its types do not tell.
    const { processID } = client as unknown as { processID: number };
    errand.running.add(processID);
    try {
      checkAwaited(errand);
      return await ask(client);
    } finally {
      errand.running.delete(processID);
      // Until the database has heard of it, an end that was meant for this statement could hit the next one.
      await errand.ending;
      client.release(this.#holdsTooMany(client, name));
    }
  }

  /** A connection forgets its named statements only when it ends. */
  #holdsTooMany(client: pg.PoolClient, name: string | undefined): boolean {
    if (!name) return false;
    const names = this.#named.get(client) ?? new Set();
    this.#named.set(client, names.add(name));
    return names.size > 2 * MOST_NAMES;
  }

  async #end(processes: number[]): Promise<void> {
    if (processes.length === 0) return;
    const sql = "SELECT pg_cancel_backend(pid) FROM unnest($1::int[]) AS pid";
    await this.#administration?.query(sql, [processes]).catch(() => {});
  }

  override async end(): Promise<void> {
    await Promise.all([super.end(), this.#administration?.end()]);
  }
}

function checkAwaited({ isOver }: Errand): void {
  if (isOver) throw new Error("Nobody waits for this statement any more.");
}
