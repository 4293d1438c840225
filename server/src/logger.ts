import { type DestinationStream, type Logger, pino } from "pino";
import type { Settings } from "./settings.ts";

export type { Logger };

/** Structured logs on stdout, one JSON object a line and written at once, so that the last lines of a process are whole and in order. */
export function createLogger(
  level: Settings["logLevel"],
  destination: DestinationStream = pino.destination({ dest: 1, sync: true }),
): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
