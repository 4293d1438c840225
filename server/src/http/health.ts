import type { Exchange } from "./exchange.ts";
import { sendJson } from "./send.ts";

/** GET /health: the process runs; it says nothing of the database, so that nobody restarts us for its sake. */
export function health({ response }: Exchange): void {
  sendJson(response, 200, { status: "live" });
}
