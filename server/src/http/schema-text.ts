import { type GraphQLSchema, printSchema } from "graphql";
import type { Exchange } from "./exchange.ts";
import { send } from "./send.ts";

/** GET /schema.graphql: the schema as text, for code generators and editors. */
export function createSchemaText(schema: GraphQLSchema): (exchange: Exchange) => void {
  const text = `${printSchema(schema)}\n`;
  return ({ response }) => send(response, 200, "text/plain", text);
}
