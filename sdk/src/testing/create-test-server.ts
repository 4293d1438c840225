import { isObjectType } from "graphql";
import type { Role } from "../../../schema/src/access/viewer.ts";
import type { ClientOptions } from "../calls.ts";
import { type ChacraClient, createClient } from "../client.ts";
import type { Records } from "./_generated/records.ts";
import type { Context, ProgrammeData, TestResolver } from "./context.ts";
import { checkedFault, type Fault } from "./faults.ts";
import { type ProgrammeRecords, RecordStore } from "./record-store.ts";
import { read, type TestRequest } from "./request.ts";
import { respond } from "./respond.ts";
import { testSchema } from "./schema.ts";

/**
 * Who asks a test server, and what it answers.
 *
 * @example
 * ```ts
 * import { createTestServer, type TestServerOptions } from "@chacra/sdk/testing";
 *
 * const options: TestServerOptions = { role: "partner", regions: ["22"], resolvers: { "Farm.altitude": 820 } };
 * const server = createTestServer(options);
 * ```
 */
export interface TestServerOptions {
  /**
   * What the caller may be, whatever token it sends.
   *
   * @defaultValue "steward", who sees everything under its own name
   */
  role?: "public" | "partner" | "analyst" | "steward";
  /** Ubigeos of the regions that a partner may see. */
  regions?: readonly string[];
  /** What for the caller wants the data, without which stewards read no names. */
  purpose?: string;
  /** Records to change and to add. */
  programme?: ProgrammeRecords;
  /** Answers of the test's own, by field: `Query.factSheet`, `Family.incomes`. */
  resolvers?: Readonly<Record<string, TestResolver>>;
  /** What goes wrong with the first requests, in turn. */
  faults?: readonly Fault[];
}

/**
 * A server of the graph in memory.
 *
 * @example
 * ```ts
 * import { createTestServer, type TestServer } from "@chacra/sdk/testing";
 *
 * const server: TestServer = createTestServer();
 * const { region } = await server.client().regionOverview({ ubigeo: "22" });
 * console.log(region?.name, server.requests.length);
 * ```
 */
export interface TestServer extends ProgrammeData {
  /** Answers requests as a server does over HTTP, without a network: the option `fetch` of a client. */
  readonly fetch: typeof fetch;
  /** What it was asked, the oldest first. */
  readonly requests: readonly TestRequest[];
  /** A client of it, which does not try again unless told. */
  client(options?: Partial<ClientOptions>): ChacraClient;
  /**
   * Lets the next request go wrong, after those that are to go wrong already.
   *
   * @param times - so many requests, one unless told
   * @throws {TypeError} when the fault says nothing, or names a field that the graph does not have
   */
  failNext(fault: Fault, times?: number): void;
  /** Forgets what it was asked and what is to go wrong. */
  reset(): void;
}

/**
 * Makes a server of the graph in memory, for tests: with the same schema as a server's, a small programme that is always the same,
 * and errors as a server tells them. What it does not do as a server does, the README says.
 *
 * @throws {TypeError} when a record, a field or a fault is none of the graph's
 *
 * @example
 * ```ts
 * import { createTestServer } from "@chacra/sdk/testing";
 *
 * const server = createTestServer();
 * const chacra = server.client();
 * const { family } = await chacra.familyDetails({ code: "FAM-0000001" });
 * console.log(family?.region.name, server.requests[0]?.operationName);
 * ```
 */
export function createTestServer(options: TestServerOptions = {}): TestServer {
  const { role = "steward", regions = [], purpose = null, programme = {}, resolvers = {} } = options;
  const store = new RecordStore(programme);
  for (const field of Object.keys(resolvers)) checkField("resolvers", field);
  const faults: Fault[] = [];
  let requests: TestRequest[] = [];
  let count = 0;

  const data: ProgrammeData = { records: (model) => store.all(model) as readonly Readonly<Records[typeof model]>[] };
  const context: Omit<Context, "fault"> = {
    store,
    data,
    viewer: { role: role satisfies Role, id: "test", purpose, partner: role === "partner" ? "test" : null, regions },
    resolvers: new Map(Object.entries(resolvers)),
  };

  async function answer(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
    const asked = await read(input, init);
    requests.push(asked.request);
    const fault = faults.shift();
    const signal = init?.signal ?? (typeof input === "object" && "signal" in input ? input.signal : undefined);
    // Without a timer where there is nothing to wait for, so that tests may stop the clock.
    if (fault?.delay) await pause(fault.delay, signal);
    signal?.throwIfAborted();
    return respond(asked, { ...context, fault }, `test-${++count}`);
  }

  const server: TestServer = {
    ...data,
    fetch: answer,
    get requests() {
      return requests;
    },
    client: (given) => createClient({ url: "http://chacra.test/graphql", retries: 0, ...given, fetch: answer }),
    failNext(fault, times = 1) {
      if (fault.at !== undefined) checkField("failNext", fault.at);
      faults.push(...Array.from({ length: times }, () => checkedFault(fault)));
    },
    reset() {
      requests = [];
      faults.length = 0;
    },
  };
  for (const fault of options.faults ?? []) server.failNext(fault);
  return server;
}

function checkField(where: string, coordinate: string): void {
  const [type = "", field = ""] = coordinate.split(".");
  const found = testSchema().getType(type);
  if (isObjectType(found) && found.getFields()[field]) return;
  const hint = isObjectType(found) ? `${type} has ${Object.keys(found.getFields()).join(", ")}.` : "Write Type.field.";
  throw new TypeError(`${where}: the graph has no field ${coordinate}. ${hint}`);
}

function pause(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
