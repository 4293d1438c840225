import { type Exchange, mapExchange } from "@urql/core";

/**
 * Where notices go that are for developers: `console` is one.
 *
 * @example
 * ```ts
 * import { createClient, type Logger } from "@chacra/sdk";
 *
 * const notices: string[] = [];
 * const logger: Logger = { warn: (message) => notices.push(message) };
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql", logger });
 * ```
 */
export interface Logger {
  warn(message: string): void;
}

/** Tells once of each deprecated field that the server says an operation asks for: it knows of those that were deprecated since. */
export function deprecations(logger: Logger): Exchange {
  const told = new Set<string>();
  return mapExchange({
    onResult({ extensions }) {
      const fields: unknown = extensions?.deprecated;
      for (const { field, reason } of Array.isArray(fields) ? fields.map(Object) : []) {
        if (typeof field !== "string" || told.has(field)) continue;
        told.add(field);
        logger.warn(`${field} is deprecated. ${typeof reason === "string" ? reason : ""}`.trim());
      }
    },
  });
}
