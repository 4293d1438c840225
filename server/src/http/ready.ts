import { type Database, migrationStatus } from "@chacra/prisma";
import type { Exchange } from "./exchange.ts";
import { sendJson } from "./send.ts";

const TIMEOUT_MS = 5_000;

/** GET /ready: 200 when the database answers and its migrations are current, else 503 with the reasons. */
export function createReadiness(database: Database): (exchange: Exchange) => Promise<void> {
  // Callers that come while a check runs share it: a database that hangs is not asked ever more often.
  let running: Promise<string[]> | undefined;
  return async ({ response }) => {
    running ??= reasons(database).finally(() => {
      running = undefined;
    });
    const found = await running;
    if (found.length === 0) sendJson(response, 200, { status: "ready" });
    else sendJson(response, 503, { status: "not ready", reasons: found });
  };
}

async function reasons(database: Database): Promise<string[]> {
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => timeout.reject(new Error("timeout")), TIMEOUT_MS);
  try {
    const { pending, conflicts } = await Promise.race([migrationStatus(database.pool), timeout.promise]);
    return [
      ...pending.map((name) => `The migration ${name} is not applied: run \`npm run chacra -- migrate\`.`),
      ...conflicts.map((conflict) => `The migration ${conflict}.`),
    ];
  } catch {
    // The driver's message may name hosts and users; readiness is open to everyone.
    return ["The database does not answer."];
  } finally {
    clearTimeout(timer);
  }
}
