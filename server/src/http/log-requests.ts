import type { Logger } from "../logger.ts";
import type { Exchange } from "./exchange.ts";

/** One line a request, written when the response has gone out or its caller has left; never a document or a variable. */
export function logRequest(logger: Logger, exchange: Exchange): void {
  const started = performance.now();
  exchange.response.once("close", () => {
    const { id, request, response, path, viewer, operation, document, faults, unplanned } = exchange;
    logger.info(
      {
        id,
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round((performance.now() - started) * 10) / 10,
        viewer: viewer?.id,
        role: viewer?.role,
        operation,
        document,
        unplanned,
        faults,
        aborted: response.writableFinished ? undefined : true,
      },
      "request",
    );
  });
}
