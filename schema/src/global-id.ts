import { argumentError } from "./errors.ts";

/** The largest id that the database can hold. */
const LARGEST_ID = 2 ** 31 - 1;

export function encodeGlobalID(typename: string, id: string | number | bigint): string {
  return Buffer.from(`${typename}:${id}`).toString("base64url");
}

/**
 * @param isNode whether a name is that of a type that can be fetched by its id
 * @throws {GraphQLError} `BAD_ID` when the text cannot have come from this graph
 */
export function decodeGlobalID(globalId: string, isNode: (name: string) => boolean): { typename: string; id: string } {
  const [, typename = "", id = ""] = /^(\w+):(\d+)$/.exec(Buffer.from(globalId, "base64url").toString()) ?? [];
  if (isNode(typename) && Number(id) <= LARGEST_ID) return { typename, id };
  throw argumentError(
    "BAD_ID",
    "id",
    "This is not a global id of this graph: take ids from the field id of an object.",
  );
}
