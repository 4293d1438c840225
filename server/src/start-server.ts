import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Database } from "@chacra/prisma";
import { defaultLimits } from "@chacra/schema";
import { type AccessSettings, createAuthenticate } from "./access/authenticate.ts";
import { CommandError } from "./command-error.ts";
import { createDocumentStore } from "./documents/documents.ts";
import { exitCodes } from "./exit-codes.ts";
import { createDrain } from "./http/drain.ts";
import { type Graph, graphOf } from "./http/graph.ts";
import { createHandler } from "./http/handler.ts";
import { createRateLimit, type RateLimitSettings } from "./limits/rate-limit.ts";
import type { Logger } from "./logger.ts";
import type { Settings } from "./settings.ts";

/** How long requests that run at the end may take. */
const DRAIN_MS = 10_000;

export interface RunningServer {
  /** Where it listens, for a browser on this machine: `http://127.0.0.1:4000`. */
  url: string;
  /** Finishes the running requests and stops; the database stays open. */
  close(): Promise<void>;
}

/**
 * Serves a migrated database over HTTP.
 *
 * @throws {CommandError} when it cannot listen on the host and port of the settings
 */
export async function startServer(options: {
  database: Database;
  /** Callers without credentials are the public unless the settings say otherwise. */
  settings: Pick<Settings, "host" | "port" | "secret"> &
    Partial<AccessSettings & RateLimitSettings & Pick<Settings, "documents" | "maxCost">>;
  logger: Logger;
  /** What to serve in place of Chacra's own graph. */
  graph?: Graph;
}): Promise<RunningServer> {
  const { database, settings, logger, graph = graphOf(database, settings.secret) } = options;
  const rateLimit = createRateLimit({ rateLimit: 1_000_000, trustedProxies: 0, ...settings }, logger);
  const limits = { ...defaultLimits, cost: settings.maxCost ?? defaultLimits.cost };
  const documents = { documents: settings.documents ?? "any", find: createDocumentStore(database.prisma) };
  const guards = { documents, limits, rateLimit };
  const authenticate = createAuthenticate(database.prisma, { anonymous: "public", ...settings });
  const server = createServer();
  const drain = createDrain(server);
  server.on("request", createHandler({ database, graph, authenticate, guards, logger }));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explainListenError(error, settings)));
    server.listen(settings.port, settings.host, resolve);
  });
  const { port, family, address } = server.address() as AddressInfo;
  return {
    url: `http://${reachable(address, family)}:${port}`,
    async close() {
      const cut = await drain(DRAIN_MS);
      await rateLimit.close();
      if (cut > 0) logger.warn({ requests: cut }, "requests were cut: they took too long to finish");
    },
  };
}

function explainListenError(
  cause: NodeJS.ErrnoException,
  { host, port }: Pick<Settings, "host" | "port">,
): CommandError {
  if (cause.code === "EADDRINUSE") {
    const message = `Port ${port} of ${host} is in use. Stop what listens there, or set PORT to another (0: any free one).`;
    return new CommandError(exitCodes.unavailable, message, { cause });
  }
  if (cause.code === "EACCES") {
    return new CommandError(
      exitCodes.unavailable,
      `Port ${port} may not be opened by this user. Set PORT to one above 1023.`,
      { cause },
    );
  }
  return new CommandError(exitCodes.badSetting, `HOST=${host} is not an address of this machine (${cause.code}).`, {
    cause,
  });
}

/** An address that stands for all of them is none to open in a browser. */
function reachable(address: string, family: string): string {
  if (address === "0.0.0.0" || address === "::") return "127.0.0.1";
  return family === "IPv6" ? `[${address}]` : address;
}
