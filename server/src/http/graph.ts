import type { Database } from "@chacra/prisma";
import { createContext, type GraphContext, schema, type Viewer } from "@chacra/schema";
import type { GraphQLSchema } from "graphql";

/** What is served: a schema, and what its resolvers are handed at each request. */
export interface Graph {
  schema: GraphQLSchema;
  createContext(viewer: Viewer): Partial<GraphContext> | Promise<GraphContext>;
}

/**
 * Chacra's graph over a database.
 *
 * @param secret what pseudonyms and cursors are sealed with; absent: the key that the database keeps
 */
export function graphOf(database: Database, secret?: Uint8Array): Graph {
  return { schema, createContext: (viewer) => createContext(database, viewer, secret) };
}
