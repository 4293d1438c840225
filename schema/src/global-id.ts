import { type GraphQLSchema, isObjectType } from "graphql";
import { ruleOf } from "./access/policy.ts";
import type { GraphContext } from "./context.ts";
import { argumentError } from "./errors.ts";

/** The largest id that the database can hold. */
const LARGEST_ID = 2 ** 31 - 1;

export function encodeGlobalID(typename: string, id: string | number | bigint): string {
  return Buffer.from(`${typename}:${id}`).toString("base64url");
}

/** Lets ids be told at once: the plugin's own resolver makes a promise of each, which costs more than the id where there are thousands. */
export function tellIdsAtOnce(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.getInterfaces().length === 0) continue;
    const { id } = type.getFields();
    if (id) id.resolve = (row: { id: number }) => encodeGlobalID(type.name, row.id);
  }
  return schema;
}

/**
 * @param isNode whether a name is that of a type that can be fetched by its id
 * @throws {GraphQLError} `BAD_ID` when the text cannot have come from this graph
 */
export function decodeGlobalID(
  globalId: string,
  isNode: (name: string) => boolean,
  { viewer, pseudonyms }: GraphContext,
): { typename: string; id: string } {
  const [, typename = "", name = ""] = /^(\w+):([\w-]+)$/.exec(Buffer.from(globalId, "base64url").toString()) ?? [];
  // Whoever is given sealed ids can use no others, for those can be counted through.
  const isSealed = ruleOf(typename, "id")[viewer.role] === "seal";
  const id = isSealed ? pseudonyms?.open(typename, name) : /^\d+$/.test(name) ? Number(name) : undefined;
  if (isNode(typename) && id !== undefined && id <= LARGEST_ID) return { typename, id: String(id) };
  throw argumentError(
    "BAD_ID",
    "id",
    "This is not a global id of this graph: take ids from the field id of an object.",
  );
}
