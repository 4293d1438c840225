import { checkCost, checkShape, costOf, type DocumentShape, type Limits, limitError, shapeOf } from "@chacra/schema";
import { type DocumentNode, GraphQLError, parse } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Exchange } from "../http/exchange.ts";
import { deprecatedIn } from "./deprecated.ts";
import type { RateLimit } from "./rate-limit.ts";

/** What `X-Chacra-Dry-Run` must say. */
const PRICE_ONLY = "cost";

/** Refuses operations that are too large before anything of them runs, tells every answer's cost, and charges it to the caller. */
export function useLimits(
  limits: Limits,
  rateLimit: RateLimit,
): Plugin<{ exchange: Exchange }, { exchange: Exchange }> {
  const shapes = new WeakMap<DocumentNode, DocumentShape>();

  function shape(document: DocumentNode): DocumentShape {
    const known = shapes.get(document) ?? shapeOf(document);
    shapes.set(document, known);
    return known;
  }

  return {
    onParse({ setParseFn }) {
      setParseFn((source: string, options: object) => parseWithin(source, options, limits.tokens));
      return ({ result, replaceParseResult }) => {
        if (!result || result instanceof Error) return;
        const error = checkShape(shape(result as DocumentNode), limits);
        if (error) replaceParseResult(error as never);
      };
    },
    async onExecute({ args, setResultAndStopExecution }) {
      const { exchange } = args.contextValue;
      const found = costOf(args.schema, args.document, args.operationName, args.variableValues ?? {});
      if (!found) return;
      const deprecated = deprecatedIn(args.schema, args.document);
      const extensions = {
        cost: { requested: found.cost, limit: limits.cost },
        ...(deprecated.length > 0 && { deprecated }),
      };
      const error = checkCost(found, limits);
      if (error) return setResultAndStopExecution({ errors: [error], extensions });
      if (exchange.request.headers["x-chacra-dry-run"] === PRICE_ONLY) {
        return setResultAndStopExecution({ data: null, extensions });
      }
      // The request itself was charged 1 when it came.
      const refusal =
        found.cost > 1 && !exchange.isCharged ? await rateLimit.charge(exchange, found.cost - 1) : undefined;
      if (refusal) return setResultAndStopExecution({ errors: [refusal], extensions });
      return {
        onExecuteDone({ result, setResult }) {
          if (!(Symbol.asyncIterator in result))
            setResult({ ...result, extensions: { ...result.extensions, ...extensions } });
        },
      };
    },
  };
}

/** Stops reading a text that is too long, with a code of its own: to the parser it is a syntax error as any other. */
function parseWithin(source: string, options: object, maxTokens: number): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError && /more th[a-z]* \d+ tokens/.test(error.message)) {
      throw limitError(
        "TOO_MANY_TOKENS",
        maxTokens + 1,
        maxTokens,
        `The text of the operation has more than ${maxTokens} tokens: words and signs.`,
      );
    }
    throw error;
  }
}
