import { GraphQLError } from "graphql";
import { LARGEST_PAGE } from "../connection/page-size.ts";
import type { OperationCost } from "./cost.ts";
import type { DocumentShape } from "./shape.ts";

/** How large an operation may be. */
export interface Limits {
  /** Objects that it could return. */
  cost: number;
  depth: number;
  listDepth: number;
  aliases: number;
  repeatedFields: number;
  directives: number;
  directivesAtOnce: number;
  introspectionDepth: number;
  /** Fields in all, each fragment counted wherever it is spread. */
  fields: number;
  /** Words and signs of the text. */
  tokens: number;
  page: number;
}

export const defaultLimits: Limits = {
  cost: 50_000,
  depth: 20,
  listDepth: 7,
  aliases: 50,
  repeatedFields: 50,
  directives: 50,
  directivesAtOnce: 5,
  introspectionDepth: 2,
  fields: 2_000,
  tokens: 10_000,
  page: LARGEST_PAGE,
};

type LimitCode =
  | "COST_TOO_LARGE"
  | "DEPTH_TOO_LARGE"
  | "INTROSPECTION_TOO_DEEP"
  | "LISTS_TOO_NESTED"
  | "PAGE_TOO_LARGE"
  | "TOO_MANY_ALIASES"
  | "TOO_MANY_DIRECTIVES"
  | "TOO_MANY_FIELDS"
  | "TOO_MANY_REPEATED_FIELDS"
  | "TOO_MANY_TOKENS";

/** An operation that is too large; nothing of it was run. */
export function limitError(code: LimitCode, requested: number, limit: number, message: string, argument?: string) {
  const extensions = { code, requested, limit, ...(argument && { argument }), http: { spec: true, status: 400 } };
  return new GraphQLError(message, { extensions });
}

/** The first limit that a document does not keep. */
export function checkShape(shape: DocumentShape, limits: Limits): GraphQLError | undefined {
  const checks = [
    ["TOO_MANY_FIELDS", shape.fields, limits.fields, "fields, each fragment counted wherever it is spread"],
    ["DEPTH_TOO_LARGE", shape.depth, limits.depth, "fields below one another"],
    ["TOO_MANY_ALIASES", shape.aliases, limits.aliases, "aliases"],
    ["TOO_MANY_REPEATED_FIELDS", shape.repeatedFields, limits.repeatedFields, "repetitions of a field"],
    ["TOO_MANY_DIRECTIVES", shape.directives, limits.directives, "directives"],
    ["TOO_MANY_DIRECTIVES", shape.directivesAtOnce, limits.directivesAtOnce, "directives in one place"],
    [
      "INTROSPECTION_TOO_DEEP",
      shape.introspectionDepth,
      limits.introspectionDepth,
      "lists of types in one another; the schema is at /schema.graphql",
    ],
  ] as const;
  for (const [code, requested, limit, what] of checks) {
    if (requested > limit)
      return limitError(code, requested, limit, `The operation has ${requested} ${what}; ${limit} are allowed.`);
  }
  return undefined;
}

/** The first limit that an operation does not keep with its variables. */
export function checkCost(found: OperationCost, limits: Limits): GraphQLError | undefined {
  const { cost, listDepth, largestPage, largestPageArgument: argument } = found;
  if (largestPage > limits.page) {
    const message = `${argument} must be ${limits.page} or less, not ${largestPage}; take the next page with after: pageInfo.endCursor.`;
    return limitError("PAGE_TOO_LARGE", largestPage, limits.page, message, argument);
  }
  if (listDepth > limits.listDepth) {
    const message = `The operation has ${listDepth} lists within one another; ${limits.listDepth} are allowed.`;
    return limitError("LISTS_TOO_NESTED", listDepth, limits.listDepth, message);
  }
  if (cost > limits.cost) {
    const message = `The operation could return ${cost} objects; ${limits.cost} are allowed. Ask for smaller pages, or for less in each.`;
    return limitError("COST_TOO_LARGE", cost, limits.cost, message);
  }
  return undefined;
}
