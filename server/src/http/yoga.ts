import type { Database } from "@chacra/prisma";
import { type Limits, viewerOf } from "@chacra/schema";
import { createYoga } from "graphql-yoga";
import { useExport } from "../export/use-export.ts";
import type { RateLimit } from "../limits/rate-limit.ts";
import { useLimits } from "../limits/use-limits.ts";
import { useTurns } from "../limits/use-turns.ts";
import type { Logger } from "../logger.ts";
import { cors } from "./cors.ts";
import type { Exchange } from "./exchange.ts";
import type { Graph } from "./graph.ts";
import { createErrorMask } from "./mask-error.ts";
import { useAudit } from "./use-audit.ts";
import { useExchange } from "./use-exchange.ts";
import { useJsonRequestsOnly } from "./use-json-requests-only.ts";
import { type DocumentSettings, useTrustedDocuments } from "./use-trusted-documents.ts";

/** What guards the graph from its callers. */
export interface Guards {
  documents: DocumentSettings;
  limits: Limits;
  rateLimit: RateLimit;
}

/** GraphQL over HTTP as the specification has it; what is not GraphQL stands in front of it. */
export function createGraphQL(
  database: Database,
  graph: Graph,
  logger: Logger,
  { documents, limits, rateLimit }: Guards,
) {
  return createYoga<{ exchange: Exchange }>({
    schema: graph.schema,
    context: ({ exchange: { viewer } }) => graph.createContext(viewer ?? viewerOf("public")),
    maskedErrors: { maskError: createErrorMask(logger) },
    plugins: [
      useJsonRequestsOnly(),
      useTrustedDocuments(documents),
      useExchange(),
      useLimits(limits, rateLimit),
      useTurns(database, rateLimit),
      useExport(graph, rateLimit, logger),
      useAudit(),
    ],
    cors,
    extraParamNames: ["documentId"],
    logging: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    maxRequestBodySize: false,
    // Yoga would answer every path that ends like this; /health is answered before it.
    healthCheckEndpoint: "/graphql/.health",
  });
}
