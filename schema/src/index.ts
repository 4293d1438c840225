import type { GraphQLSchema } from "graphql";
import { builder } from "./builder.ts";
import "./scalars.ts";
import "./entities/index.ts";

export { createContext, type GraphContext } from "./context.ts";
export { type ArgumentErrorCode, argumentError } from "./errors.ts";

/** The graph. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: true });
