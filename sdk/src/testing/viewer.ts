import { type GraphQLSchema, isObjectType } from "graphql";
import { readers } from "../../../schema/src/access/forbidden.ts";
import { argumentError } from "../../../schema/src/errors.ts";
import { graphMap } from "./_generated/graph-map.ts";
import { recordReaders, ruleOf } from "./access.ts";
import type { Context } from "./context.ts";

/** Who asks, as the type `Viewer` has it. */
export function viewerIn(context: Context, schema: GraphQLSchema): object {
  const { viewer, store } = context;
  return {
    role: viewer.role.toUpperCase(),
    purpose: viewer.purpose,
    regions: () =>
      viewer.role === "partner"
        ? store.all("Region").filter(({ ubigeo }) => viewer.regions.some((region) => region === ubigeo))
        : null,
    can: ({ type, field = null }: { type: string; field?: string | null }) => permission(context, schema, type, field),
  };
}

function permission({ viewer }: Context, schema: GraphQLSchema, type: string, field: string | null): object {
  const found = schema.getType(type);
  if (!isObjectType(found) || !graphMap.governed.includes(type)) {
    throw argumentError("BAD_ARGUMENT", "type", "type must be the name of an object type of the graph, such as Farm.");
  }
  if (field && !found.getFields()[field]) {
    throw argumentError("BAD_ARGUMENT", "field", `field must be the name of a field of ${type}.`);
  }
  const forRecords = recordReaders(type);
  const needed = field ? readers(ruleOf(type, field)).filter((role) => forRecords.includes(role)) : forRecords;
  const right = field && ruleOf(type, field)[viewer.role];
  const isHidden = right === "hidden" || !forRecords.includes(viewer.role);
  const words = { shown: "SHOWN", counted: "COUNTED", hidden: "HIDDEN", audited: "AUDITED" } as const;
  return {
    read: needed.includes(viewer.role),
    field: right && (right !== "counted" && isHidden ? "HIDDEN" : (words[right as keyof typeof words] ?? "MASKED")),
    threshold: type in graphMap.rows ? graphMap.thresholds[viewer.role] || null : null,
    needed: needed.map((role) => role.toUpperCase()),
  };
}
