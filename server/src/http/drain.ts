import type { Server, ServerResponse } from "node:http";

/**
 * Closes an HTTP server without cutting anyone off: no new connections, idle ones closed at once, running requests
 * finished. What still runs after `patienceMs` is cut.
 *
 * @returns how many requests were cut
 */
export function createDrain(server: Server): (patienceMs: number) => Promise<number> {
  const running = new Set<ServerResponse>();
  let draining = false;
  server.on("request", (_request, response) => {
    running.add(response);
    if (draining) response.setHeader("Connection", "close");
    response.once("close", () => running.delete(response));
  });

  return async (patienceMs) => {
    draining = true;
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    for (const response of running) if (!response.headersSent) response.setHeader("Connection", "close");
    let cut = 0;
    const timer = setTimeout(() => {
      cut = running.size;
      server.closeAllConnections();
    }, patienceMs);
    await closed;
    clearTimeout(timer);
    return cut;
  };
}
