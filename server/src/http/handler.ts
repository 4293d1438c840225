import type { RequestListener } from "node:http";
import type { Database } from "@chacra/prisma";
import { Planner } from "@chacra/schema";
import { type Authenticate, isRefusal } from "../access/authenticate.ts";
import { wantedFile } from "../export/format.ts";
import type { Logger } from "../logger.ts";
import { PlannedAnswers } from "../planned/planned-answers.ts";
import { corsHeaders } from "./cors.ts";
import { type Exchange, openExchange } from "./exchange.ts";
import { ASSETS, createExplorer, wantsExplorer } from "./explorer.ts";
import { reportFault } from "./fault.ts";
import type { Graph } from "./graph.ts";
import { health } from "./health.ts";
import { limitBody } from "./limit-body.ts";
import { logRequest } from "./log-requests.ts";
import { createReadiness } from "./ready.ts";
import { createSchemaText } from "./schema-text.ts";
import { sendError } from "./send.ts";
import { createGraphQL, type Guards } from "./yoga.ts";

type Endpoint = (exchange: Exchange) => void | Promise<void>;

/** Everything that Chacra answers over HTTP, for node:http. */
export function createHandler(options: {
  database: Database;
  graph: Graph;
  authenticate: Authenticate;
  guards: Guards;
  logger: Logger;
}): RequestListener {
  const { database, graph, authenticate, guards, logger } = options;
  const pages = new Map<string, Endpoint>([
    ["/", ({ response }) => void response.writeHead(302, { Location: "/graphql" }).end()],
    ["/health", health],
    ["/ready", createReadiness(database)],
    ["/schema.graphql", createSchemaText(graph.schema)],
  ]);
  const explorer = createExplorer();
  const graphql = createGraphQL(database, graph, logger, guards);
  const planned = new PlannedAnswers(database, graph, guards, new Planner(graph.schema), logger);

  async function answer(exchange: Exchange): Promise<void> {
    const { path, request, response } = exchange;
    const page = pages.get(path) ?? (path.startsWith(ASSETS) ? explorer.asset : undefined);
    if (page && request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return sendError(response, 405, "METHOD_NOT_ALLOWED", `${path} answers GET only.`);
    }
    if (page) return page(exchange);
    if (path !== "/graphql" && path !== "/graphql/") {
      return sendError(response, 404, "NOT_FOUND", "There is nothing here; the graph is at /graphql.");
    }
    try {
      exchange.file = wantedFile(request);
    } catch (error) {
      return sendError(response, 400, "BAD_FORMAT", (error as Error).message);
    }
    if (!exchange.file && wantsExplorer(request)) return explorer.page(exchange);
    // What goes wrong before the first row is told with a status that says so.
    if (exchange.file) request.headers.accept = "application/graphql-response+json";
    if (request.method !== "OPTIONS") {
      const viewer = await authenticate(request);
      if (isRefusal(viewer)) {
        for (const [name, value] of Object.entries({ ...corsHeaders, ...viewer.headers }))
          response.setHeader(name, value);
        return sendError(response, viewer.status, viewer.code, viewer.message);
      }
      exchange.viewer = viewer;
    }
    // Also what turns out to be no operation at all is charged, or whoever sends only that could send it without end.
    const refusal = request.method === "OPTIONS" ? undefined : await guards.rateLimit.charge(exchange, 1);
    if (refusal) {
      for (const [name, value] of Object.entries({ ...corsHeaders, ...refusal.extensions.http?.headers })) {
        response.setHeader(name, String(value));
      }
      return sendError(response, 429, String(refusal.extensions.code), refusal.message);
    }
    const limited = await limitBody(exchange);
    const left = limited && (await planned.answer(limited, exchange));
    if (left) await graphql.handle(left, response, { exchange });
  }

  return (request, response) => {
    const exchange = openExchange(request, response);
    logRequest(logger, exchange);
    answer(exchange).catch((error: unknown) => {
      // A caller who leaves in the middle of sending is no fault of ours.
      if (request.errored || (request.destroyed && !request.complete)) return response.destroy();
      logger.error({ fault: exchange.id, error: reportFault(error) }, "internal fault");
      if (response.headersSent) response.destroy();
      else sendError(response, 500, "INTERNAL", "Internal server error", exchange.id);
    });
  };
}
