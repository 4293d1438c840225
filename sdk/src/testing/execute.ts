import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  parse,
  validate,
} from "graphql";
import { checkCost, checkShape, defaultLimits } from "../../../schema/src/limits/limits.ts";
import { shapeOf } from "../../../schema/src/limits/shape.ts";
import type { Context } from "./context.ts";
import { priceOf } from "./cost.ts";
import { resolveField, resolveType } from "./resolve.ts";
import { testSchema } from "./schema.ts";

/** What is asked, once the request has been read. */
export interface Asked {
  query: string;
  operationName: string | null | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/** The body of an answer, and whether the whole request was wrong. */
export interface Told {
  body: { data?: unknown; errors?: GraphQLFormattedError[]; extensions?: object };
  isRefused: boolean;
}

/** Answers an operation as a server does: told to be wrong, or executed with what it costs. */
export async function run({ query, operationName, variables }: Asked, context: Context): Promise<Told> {
  const schema = testSchema();
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return refused([error as GraphQLError], "GRAPHQL_PARSE_FAILED");
  }
  const tooLarge = checkShape(shapeOf(document), defaultLimits);
  if (tooLarge) return refused([tooLarge], "COST_TOO_LARGE");
  const wrong = validate(schema, document, undefined, { hideSuggestions: true });
  if (wrong.length > 0) return refused(wrong, "GRAPHQL_VALIDATION_FAILED");
  const cost = priceOf(schema, document, operationName, variables);
  const extensions = cost && { cost: { requested: cost.cost, limit: defaultLimits.cost } };
  const tooDear = cost && checkCost(cost, defaultLimits);
  if (tooDear) return refused([tooDear], "COST_TOO_LARGE", extensions);
  const result: ExecutionResult = await execute({
    ...{ schema, document, operationName, variableValues: variables, contextValue: context },
    ...{ fieldResolver: resolveField as never, typeResolver: resolveType as never },
  });
  if (result.data === undefined) {
    const isKnown = getOperationAST(document, operationName);
    return refused(result.errors ?? [], isKnown ? "BAD_VARIABLE" : "OPERATION_RESOLUTION_FAILURE");
  }
  const errors = result.errors?.map((error) => formatted(error, codeOf(error)));
  return { body: { ...(errors && { errors }), data: result.data, extensions }, isRefused: false };
}

function refused(errors: readonly GraphQLError[], code: string, extensions?: object): Told {
  return {
    body: { errors: errors.map((error) => formatted(error, code)), ...(extensions && { extensions }) },
    isRefused: true,
  };
}

/** An error of a field without a code is the fault of a resolver, or of a variable that does not fit an argument. */
function codeOf({ originalError }: GraphQLError): string {
  return originalError ? "INTERNAL" : "BAD_VARIABLE";
}

/** An error as it is told, with its own code or this one. */
function formatted(error: GraphQLError, code: string): GraphQLFormattedError {
  const { http: _, ...extensions } = error.extensions;
  return { ...error.toJSON(), extensions: { code, ...extensions } };
}
