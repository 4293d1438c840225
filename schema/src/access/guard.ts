import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import type { GraphContext } from "../context.ts";
import { forbidden, readers } from "./forbidden.ts";
import { masks } from "./masks.ts";
import { type FieldRule, ruleOf } from "./policy.ts";
import { roles } from "./viewer.ts";

type Resolver = GraphQLFieldResolver<unknown, GraphContext>;

/** Puts the policies in front of the resolvers: of every field that is not shown to everyone as it is. */
export function guard(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(type.name, field.name);
      if (roles.some((role) => rule[role] !== "shown")) {
        field.resolve = guarded(type.name, field.name, rule, field.resolve ?? defaultFieldResolver);
      }
    }
  }
  return schema;
}

function guarded(type: string, field: string, rule: FieldRule, resolve: Resolver): Resolver {
  return (parent, args, context, info) => {
    const { viewer } = context;
    const right = rule[viewer.role];
    if (right === "shown") return resolve(parent, args, context, info);
    if (right === "hidden" || right === "counted") throw forbidden(viewer, `to read ${type}.${field}`, readers(rule));
    const row = parent as { id: number };
    if (right === "audited") {
      if (!viewer.purpose) throw withoutPurpose(context, type, field, rule);
      context.audit.note(type, field, row.id);
      return resolve(parent, args, context, info);
    }
    const mask = (value: unknown) =>
      value === null || value === undefined ? value : masks[right](value as never, row, type, context);
    const value = resolve(parent, args, context, info);
    return value instanceof Promise ? value.then(mask) : mask(value);
  };
}

function withoutPurpose({ viewer }: GraphContext, type: string, field: string, rule: FieldRule) {
  const hint = " State what for: with the header X-Chacra-Purpose, or in the credential.";
  return forbidden(viewer, `to read ${type}.${field} without a purpose`, readers(rule), hint);
}
