import type { GraphQLSchema } from "graphql";
import { guard } from "./access/guard.ts";
import { builder } from "./builder.ts";
import { tellIdsAtOnce } from "./global-id.ts";
import "./access/viewer-type.ts";
import "./scalars.ts";
import "./entities/index.ts";
import "./fact-sheet/query.ts";

export { type Role, roles, type Viewer, viewerOf } from "./access/viewer.ts";
export { createContext, type GraphContext } from "./context.ts";
export { type ArgumentErrorCode, argumentError } from "./errors.ts";
export * from "./limits/index.ts";
export { MOST_PLANNED_CHARACTERS, MOST_PLANS, Planner, type Prepared } from "./planner/index.ts";

/** The graph. */
export const schema: GraphQLSchema = guard(tellIdsAtOnce(builder.toSchema({ sortSchema: true })));
schema.description =
  "Peru's alternative-development programme as a graph: regions, local governments, families, farms, trainings, investments. " +
  "Geography, zones, coca areas, budgets, projects and fairs are published facts; every family, person, farm, attendance and loan is synthetic.";
