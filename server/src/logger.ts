import { type DestinationStream, type Logger, pino } from "pino";
import type { Settings } from "./settings.ts";

export type { Logger };

/** Structured logs on stdout, one JSON object a line; what people read at the start goes to stderr. */
export function createLogger(
  level: Settings["logLevel"],
  destination: DestinationStream = pino.destination(1),
): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
