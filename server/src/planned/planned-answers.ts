import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { Database } from "@chacra/prisma";
import { checkCost, type Planner } from "@chacra/schema";
import { GraphQLError } from "graphql";
import { setCorsHeaders } from "../http/cors.ts";
import type { Exchange } from "../http/exchange.ts";
import { reportFault } from "../http/fault.ts";
import type { Graph } from "../http/graph.ts";
import type { GraphQLRequest } from "../http/limit-body.ts";
import { send } from "../http/send.ts";
import type { Guards } from "../http/yoga.ts";
import { whileAwaited } from "../limits/while-awaited.ts";
import type { Logger } from "../logger.ts";
import { KnownDocuments } from "./known-documents.ts";

/** What a plain request holds; whatever else there is makes it one for Yoga. */
interface Plain {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/**
 * Answers plain requests with one statement, whose bytes go to the socket without being read again. It stands before Yoga, and gives it whatever
 * is not plain, not planned or not right, untouched: so there is one place that says what is wrong.
 */
export class PlannedAnswers {
  readonly #documents: KnownDocuments;
  readonly #database: Database;
  readonly #graph: Graph;
  readonly #logger: Logger;
  readonly #guards: Guards;
  readonly #planner: Planner;

  constructor(database: Database, graph: Graph, guards: Guards, planner: Planner, logger: Logger) {
    this.#logger = logger;
    this.#database = database;
    this.#graph = graph;
    this.#guards = guards;
    this.#planner = planner;
    this.#documents = new KnownDocuments(graph.schema, guards.limits);
  }

  /** @returns the request for Yoga; undefined when it has been answered */
  async answer(request: GraphQLRequest, exchange: Exchange): Promise<GraphQLRequest | undefined> {
    const accepted = acceptedType(request);
    if (!accepted || !isPlain(request, exchange)) return request;
    const body = request.method === "POST" ? await textOf(request) : undefined;
    const plain = body === undefined ? await this.#inAddress(request) : inBody(body);
    const answered = plain && (await this.#tell(plain, exchange, accepted));
    if (answered) return undefined;
    return body === undefined ? request : again(request, body);
  }

  async #inAddress({ url }: GraphQLRequest): Promise<Plain | undefined> {
    const parameters = new URL(url ?? "", "http://localhost").searchParams;
    const id = parameters.get("documentId")?.replace(/^sha256:/, "");
    if (!id || !/^[0-9a-f]{64}$/.test(id)) return undefined;
    const others = ["documentId", "variables", "operationName"];
    if ([...parameters.keys()].some((name) => !others.includes(name))) return undefined;
    const query = await this.#guards.documents.find(id);
    if (query === null) return undefined;
    return plainOf(
      {
        query,
        operationName: parameters.get("operationName"),
        variables: parsed(parameters.get("variables") ?? "null"),
      },
      true,
    );
  }

  async #tell(plain: Plain, exchange: Exchange, type: string): Promise<boolean> {
    const { limits, rateLimit, documents } = this.#guards;
    const { viewer, request, response } = exchange;
    const known = viewer && this.#documents.read(plain.query);
    if (!known || (documents.documents === "trusted" && request.method !== "GET")) return false;
    const variables = plain.variables ?? {};
    const cost = known.cost(plain.operationName, variables);
    if (!cost || checkCost(cost, limits)) return false;
    const context = await this.#graph.createContext(viewer);
    if (!("prisma" in context && context.prisma)) return false;
    const question = { document: known.document, operationName: plain.operationName, variables };
    exchange.document = known.hash;
    exchange.operation = known.nameOf(plain.operationName);
    const prepared = this.#planner.prepare(question, context as never);
    if (!("statement" in prepared)) {
      exchange.unplanned = prepared.unplanned;
      return false;
    }
    // The request itself was charged 1 when it came; a refusal is Yoga's to tell.
    if (cost.cost > 1 && (await rateLimit.charge(exchange, cost.cost - 1))) return false;
    exchange.isCharged = true;
    const data = await whileAwaited(exchange, (signal) =>
      rateLimit.run(exchange, (caller) => this.#database.during(caller, signal, () => prepared.run(this.#database))),
    ).catch((error: unknown) => this.#note(error, exchange));
    if (data === undefined) return false;
    setCorsHeaders(request, response);
    const extensions = `"cost":{"requested":${cost.cost},"limit":${limits.cost}}${known.deprecated}`;
    send(response, 200, type, `{"data":${data},"extensions":{${extensions}}}`);
    return true;
  }

  /** What the database or a limit refuses, the ordinary way meets again and tells; a fault of ours is met nowhere else. */
  #note(error: unknown, exchange: Exchange): undefined {
    exchange.unplanned = "it failed";
    const isRefused = error instanceof GraphQLError || (error instanceof Error && "code" in error);
    if (isRefused || exchange.response.destroyed) return;
    this.#logger.error({ fault: exchange.id, error: reportFault(error) }, "a planned answer failed");
  }
}

function isPlain({ method, headers }: GraphQLRequest, { file, viewer }: Exchange): boolean {
  if (file || !viewer || headers["x-chacra-dry-run"] !== undefined) return false;
  return method === "GET" || (method === "POST" && /^application\/json\s*(;|$)/i.test(headers["content-type"] ?? ""));
}

const types = ["application/graphql-response+json", "application/json"];

/** The media type that Yoga would answer with; undefined where that is not plain. */
function acceptedType({ headers }: Pick<IncomingMessage, "headers">): string | undefined {
  const accept = headers.accept ?? "*/*";
  if (accept === "*/*") return "application/json";
  const names = accept.split(",").map((part) => part.split(";", 1)[0]?.trim().toLowerCase());
  if (!names.every((name) => name !== undefined && (types.includes(name) || name === "*/*"))) return undefined;
  return types.find((type) => names.includes(type));
}

function inBody(body: string): Plain | undefined {
  return plainOf(parsed(body), false);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function plainOf(value: unknown, isWhole: boolean): Plain | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { query, operationName, variables, ...others } = value as Record<string, unknown>;
  if (typeof query !== "string" || (!isWhole && Object.keys(others).length > 0)) return undefined;
  if (operationName !== undefined && operationName !== null && typeof operationName !== "string") return undefined;
  if (variables !== undefined && variables !== null && (typeof variables !== "object" || Array.isArray(variables)))
    return undefined;
  return { query, operationName, variables: variables as Plain["variables"] };
}

/** The body of a request; by its events, which costs a small one a fraction of what iterating does. */
function textOf(request: GraphQLRequest): Promise<string> {
  const body = request as Readable;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    body.on("data", (chunk: Buffer) => chunks.push(chunk));
    body.once("end", () => resolve(Buffer.concat(chunks).toString()));
    body.once("error", reject);
    body.once("close", () => body.readableEnded || reject(new Error("The body of the request broke off.")));
  });
}

/** The request as it was before its body was read. */
function again({ method, url, headers, socket }: GraphQLRequest, body: string): GraphQLRequest {
  return Object.assign(Readable.from([Buffer.from(body)]), { method, url, headers, socket });
}
