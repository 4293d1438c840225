import { exitCodes } from "./exit-codes.ts";
import { reportFault } from "./http/fault.ts";
import type { Logger } from "./logger.ts";

/** Within this time a second signal is the first one's echo: npm passes on a Ctrl-C that the terminal has sent to us as well. */
const ECHO_MS = 1_000;

/**
 * Ends the process well: at the first SIGTERM or SIGINT runs `close` and exits 0, at the second exits at once with 1. A fault that
 * nobody caught is logged and ends the process too, for nobody knows what it left behind.
 */
export function closeOnSignals(logger: Logger, close: () => Promise<void>): void {
  let closingSince: number | undefined;
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (closingSince !== undefined) {
      if (performance.now() - closingSince < ECHO_MS) return;
      logger.warn({ signal }, "second signal: ended at once");
      process.exit(exitCodes.fault);
    }
    closingSince = performance.now();
    logger.info({ signal }, "closing");
    try {
      await close();
    } catch (error) {
      logger.error({ error: reportFault(error) }, "closing failed");
      process.exit(exitCodes.fault);
    }
    logger.info("closed");
    process.exit(exitCodes.done);
  }
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ error: reportFault(error) }, event);
      process.exit(exitCodes.fault);
    });
  }
}
