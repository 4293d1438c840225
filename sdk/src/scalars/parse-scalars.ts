import { CombinedError, type Exchange, makeOperation, mapExchange } from "@urql/core";
import { planOf, type ScalarPlan, valuesIn } from "./plan.ts";
import type { ScalarParsers } from "./types.ts";
import { plainDecimals } from "./variables.ts";

declare const parses: unique symbol;

/**
 * Parses the scalars of results, and writes those of variables.
 *
 * @example
 * ```ts
 * import { type ParsedScalars, parseScalars } from "@chacra/sdk";
 *
 * const scalars: ParsedScalars = parseScalars({});
 * ```
 */
export type ParsedScalars = Exchange & { readonly [parses]?: ScalarParsers };

/**
 * The option of clients that parses scalars: required when the program declares `ChacraSDK.Scalars`, so that its types
 * are true.
 *
 * @example
 * ```ts
 * import { createClient, parseScalars, type ScalarsOption } from "@chacra/sdk";
 *
 * const option: ScalarsOption = { scalars: parseScalars({}) };
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql", ...option });
 * ```
 */
export type ScalarsOption = keyof ChacraSDK.Scalars extends never
  ? {
      /** Parses exact decimals and calendar days, made by `parseScalars`. */
      scalars?: ParsedScalars | undefined;
    }
  : {
      /** Parses exact decimals and calendar days, made by `parseScalars`; the program declares that they are. */
      scalars: ParsedScalars;
    };

/**
 * Makes values of a library's out of the exact decimals and calendar days in results, once `ChacraSDK.Scalars` declares
 * them. Variables take these values too. It is an exchange of urql: one that stands before any cache, which keeps texts.
 *
 * @param parsers - makes a value of a text, for each scalar that is declared
 *
 * @example
 * ```ts
 * import { createClient, parseScalars } from "@chacra/sdk";
 *
 * // With `declare global { namespace ChacraSDK { interface Scalars { Decimal: Big } } }`
 * // it takes `{ Decimal: (text) => new Big(text) }`; with nothing declared, nothing.
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql", scalars: parseScalars({}) });
 * ```
 */
export function parseScalars(parsers: ScalarParsers): ParsedScalars {
  const plans = new WeakMap<object, ScalarPlan>();
  return mapExchange({
    onOperation: (operation) =>
      makeOperation(operation.kind, { ...operation, variables: plainDecimals(operation.variables) }, operation.context),
    onResult(result) {
      const { query } = result.operation;
      const plan = plans.get(query) ?? planOf(query, parsers);
      plans.set(query, plan);
      try {
        return { ...result, data: valuesIn(result.data, plan) };
      } catch (cause) {
        // Thrown, it would end urql's stream, and the caller would wait for ever.
        const networkError = cause instanceof Error ? cause : new Error("A scalar could not be parsed.", { cause });
        return { ...result, data: undefined, error: new CombinedError({ networkError }) };
      }
    },
  });
}
