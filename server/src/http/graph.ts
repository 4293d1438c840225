import type { Database } from "@chacra/prisma";
import { createContext, schema, viewerOf } from "@chacra/schema";
import type { GraphQLSchema } from "graphql";

/** What is served: a schema, and what its resolvers are handed at each request. */
export interface Graph {
  schema: GraphQLSchema;
  createContext(): object | Promise<object>;
}

/** Chacra's graph over a database. */
export function graphOf(database: Database): Graph {
  return { schema, createContext: () => createContext(database, viewerOf("analyst")) };
}
