import type { InputRef } from "@pothos/core";
import { forbidden, sorters } from "../access/forbidden.ts";
import { ruleOf } from "../access/policy.ts";
import type { Viewer } from "../access/viewer.ts";
import { builder } from "../builder.ts";
import { argumentError } from "../errors.ts";
import { all, any, given, not, type WhereValue } from "./logic.ts";
import { optionalFields } from "./rows.ts";

/** One field of a `where` type. */
export interface Condition {
  description: string;
  type: () => InputRef<unknown>;
  /** @throws {GraphQLError} `FORBIDDEN` when the viewer may not filter by something in the value */
  toPrisma(value: WhereValue, field: FilteredField, viewer: Viewer): WhereValue;
}

/** The field of the Prisma model that a condition is put on. */
export interface FilteredField {
  column: string;
  nullable: boolean;
}

/** A `where` type of the graph: its input type and its translation into Prisma's. */
export interface Where {
  /** The Prisma model, and the type whose policy says who may filter by what. */
  name: string;
  ref: InputRef<WhereValue>;
  /** `{ some, none, every }` over items of this kind. */
  listRef: InputRef<WhereValue>;
  /** @throws {GraphQLError} `FORBIDDEN` when the viewer may not filter by something in the value */
  toPrisma(value: WhereValue | null | undefined, viewer: Viewer): WhereValue;
}

/**
 * Declares the `where` type of an entity.
 *
 * @param name the name of the Prisma model
 * @param conditions a condition for each field of the Prisma model that can be filtered on
 * @param renamed conditions whose name in the graph is not that of the Prisma field
 */
export function where<PrismaWhere extends object>(
  name: string,
  plural: string,
  conditions: () => { [K in keyof PrismaWhere]?: Condition },
  renamed: () => Record<string, { column: keyof PrismaWhere & string; condition: Condition }> = () => ({}),
): Where {
  const optional = optionalFields(name);
  let known: Map<string, { column: string; condition: Condition }> | undefined;
  function fields(): Map<string, { column: string; condition: Condition }> {
    known ??= new Map([
      ...Object.entries<Condition | undefined>(conditions()).flatMap(([column, condition]) =>
        condition ? [[column, { column, condition }] as const] : [],
      ),
      ...Object.entries(renamed()),
    ]);
    return known;
  }

  const ref = builder.inputRef<WhereValue>(`${name}Where`);
  ref.implement({
    description: `Which ${plural} to take; all conditions given must hold. A condition that is null counts as not given.`,
    fields: (t) => ({
      AND: t.field({ type: [ref], description: "All of these hold." }),
      OR: t.field({ type: [ref], description: "At least one of these holds." }),
      NOT: t.field({ type: [ref], description: "None of these holds." }),
      ...Object.fromEntries(
        [...fields()].map(([field, { condition }]) => [
          field,
          t.field({ type: condition.type(), description: condition.description }),
        ]),
      ),
    }),
  });
  const listRef = builder.inputRef<WhereValue>(`${name}ListWhere`);
  listRef.implement({
    description: `A condition on several ${plural}.`,
    fields: (t) => ({
      some: t.field({ type: ref, description: `At least one of the ${plural} meets this.` }),
      none: t.field({ type: ref, description: `None of the ${plural} meets this.` }),
      every: t.field({ type: ref, description: `All of the ${plural} meet this; also true when there are none.` }),
    }),
  });

  function toPrisma(value: WhereValue | null | undefined, viewer: Viewer): WhereValue {
    const inner = (condition: unknown) => (condition as WhereValue[]).map((part) => toPrisma(part, viewer));
    return all(
      given(value).map(([key, condition]) => {
        if (key === "AND") return all(inner(condition));
        if (key === "OR") return any(inner(condition));
        if (key === "NOT") return not(any(inner(condition)));
        const rule = ruleOf(name, key);
        if (rule[viewer.role] !== "shown" && rule[viewer.role] !== "counted") {
          throw forbidden(viewer, `to filter by ${name}.${key}`, sorters(rule));
        }
        const field = fields().get(key);
        if (!field) throw argumentError("BAD_ARGUMENT", "where", `${name}Where has no field ${key}.`);
        const nullable = optional.has(field.column);
        return field.condition.toPrisma(condition as WhereValue, { column: field.column, nullable }, viewer);
      }),
    );
  }
  const made = { name, ref, listRef, toPrisma };
  wheres.set(name, made);
  return made;
}

const wheres = new Map<string, Where>();

/** The `where` type of a model. */
export function whereOf(model: string): Where {
  const found = wheres.get(model);
  if (!found) throw new Error(`${model} has no where type.`);
  return found;
}
