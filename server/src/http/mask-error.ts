import { randomUUID } from "node:crypto";
import { GraphQLError, Kind } from "graphql";
import type { Logger } from "../logger.ts";
import { reportFault } from "./fault.ts";

/**
 * Turns whatever went wrong into an error that may be shown: one with a code passes, a wrong variable gets its code, and
 * anything else is a fault of ours, which is logged with an id and shown as nothing but that id.
 */
export function createErrorMask(logger: Logger): (error: unknown) => GraphQLError {
  return (error) => {
    if (error instanceof GraphQLError) {
      if (typeof error.extensions.code === "string") return withoutOriginal(error);
      const code = codeOfRequestError(error);
      if (code) return withCode(error, code);
      if (wasEnded(error.originalError)) return timeout(error);
    }
    return maskFault(error, logger);
  };
}

/** The executor's own complaints about a request carry no code; what they point at tells them from faults. */
function codeOfRequestError({ nodes, path, originalError }: GraphQLError): string | undefined {
  const kind = nodes?.[0]?.kind;
  if (kind === Kind.FIELD) return undefined;
  if (kind === Kind.OPERATION_DEFINITION) return originalError ? undefined : "OPERATION_RESOLUTION_FAILURE";
  if (kind === undefined && (path || originalError)) return undefined;
  return "BAD_VARIABLE";
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path } = error;
  // An error with a path stands beside what the rest of the request found, and HTTP says 200.
  const http = path ? {} : { http: { spec: true, status: 400 } };
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { code, ...http } });
}

/** Yoga adds the parser's message to the answer to a broken body, and with it a piece of that body. */
function withoutOriginal(error: GraphQLError): GraphQLError {
  if (!("originalError" in error.extensions)) return error;
  const { code } = error.extensions;
  return new GraphQLError(error.message, { extensions: { code, http: { status: 400 } } });
}

/** PostgreSQL's code for a statement that was ended: it took too long, or its caller went away and reads no answer. */
const QUERY_CANCELED = "57014";

function wasEnded(error: unknown): boolean {
  const { meta } = (error ?? {}) as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } };
  return meta?.driverAdapterError?.cause?.originalCode === QUERY_CANCELED;
}

function timeout({ nodes, source, positions, path }: GraphQLError): GraphQLError {
  const message = "This took the database too long. Ask for less at once: smaller pages, or a narrower where.";
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { code: "TIMEOUT" } });
}

function maskFault(error: unknown, logger: Logger): GraphQLError {
  const id = randomUUID();
  const located = error instanceof GraphQLError ? error : undefined;
  const fault = reportFault(located?.originalError ?? error);
  logger.error({ fault: id, field: located?.path?.join("."), error: fault }, "internal fault");
  return new GraphQLError("Internal server error", {
    nodes: located?.nodes,
    source: located?.source,
    positions: located?.positions,
    path: located?.path,
    // Where nothing was executed the whole request has failed; beside other data, HTTP says 200.
    extensions: { code: "INTERNAL", id, ...(located?.path ? {} : { http: { status: 500 } }) },
  });
}
