import type { InputRef } from "@pothos/core";
import { builder } from "../builder.ts";
import { argumentError } from "../errors.ts";
import { BooleanFilter, DateFilter, DecimalFilter, FloatFilter, IntFilter, searchText, TextFilter } from "./filter.ts";

/** A `where` argument as GraphQL hands it over, and the Prisma `where` that it becomes. */
export type WhereValue = Record<string, unknown>;

/** One field of a `where` type. */
export interface Condition {
  description: string;
  type: () => InputRef<unknown>;
  /** The Prisma condition for a value; `column` is the name of the field in the Prisma model. */
  toPrisma(value: WhereValue, column: string): WhereValue;
}

/** A `where` type of the graph: its input type and its translation into Prisma's. */
export interface Where {
  ref: InputRef<WhereValue>;
  /** `{ some, none, every }` over items of this kind. */
  listRef: InputRef<WhereValue>;
  toPrisma(value: WhereValue | null | undefined): WhereValue;
}

/**
 * Declares the `where` type of an entity.
 *
 * @param conditions a condition for each field of the Prisma model that can be filtered on
 * @param renamed conditions whose name in the graph is not that of the Prisma field
 */
export function where<PrismaWhere extends object>(
  name: string,
  plural: string,
  conditions: () => { [K in keyof PrismaWhere]?: Condition },
  renamed: () => Record<string, { column: keyof PrismaWhere & string; condition: Condition }> = () => ({}),
): Where {
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

  function toPrisma(value: WhereValue | null | undefined): WhereValue {
    const parts = given(value).map(([key, condition]) => {
      if (key === "AND" || key === "OR") return { [key]: (condition as WhereValue[]).map(toPrisma) };
      // Prisma's own NOT over a list means "not all of them".
      if (key === "NOT") return { NOT: { OR: (condition as WhereValue[]).map(toPrisma) } };
      const field = fields().get(key);
      if (!field) throw argumentError("BAD_ARGUMENT", "where", `${name}Where has no field ${key}.`);
      return field.condition.toPrisma(condition as WhereValue, field.column);
    });
    return parts.length === 1 ? (parts[0] as WhereValue) : parts.length === 0 ? {} : { AND: parts };
  }
  return { ref, listRef, toPrisma };
}

/** A condition on a to-one edge. */
export function one(target: () => Where, description: string): Condition {
  return {
    description,
    type: () => target().ref,
    toPrisma: (value, column) => ({ [column]: target().toPrisma(value) }),
  };
}

/** A condition on a to-one edge that may lead nowhere: even an empty condition asks that it leads somewhere. */
export function oneOrNone(target: () => Where, description: string): Condition {
  return {
    description: `${description} {} asks that there is one.`,
    type: () => target().ref,
    toPrisma: (value, column) => ({ AND: [{ [column]: { isNot: null } }, { [column]: target().toPrisma(value) }] }),
  };
}

/** A condition on a to-many edge; `through` names the edge to follow from the rows of a join table. */
export function many(target: () => Where, description: string, through?: string): Condition {
  return {
    description,
    type: () => target().listRef,
    toPrisma: (value, column) => ({
      [column]: Object.fromEntries(
        given(value).map(([quantifier, inner]) => {
          const condition = target().toPrisma(inner as WhereValue);
          return [quantifier, through ? { [through]: condition } : condition];
        }),
      ),
    }),
  };
}

/** A condition on a text; `search` names the column that the database keeps folded for searching. */
export function text(description: string, search?: string): Condition {
  return {
    description,
    type: () => TextFilter,
    toPrisma(value, column) {
      const { contains, ...others } = value;
      const parts = [scalarCondition(others, column)];
      if (typeof contains === "string") {
        parts.push(
          search
            ? { [search]: { contains: literalPattern(searchText(contains)) } }
            : { [column]: { contains: literalPattern(contains), mode: "insensitive" } },
        );
      }
      return { AND: parts };
    },
  };
}

/** % and _ are wildcards in SQL's LIKE, which Prisma leaves as they are. */
function literalPattern(value: string): string {
  return value.replace(/[\\%_]/g, "\\$&");
}

export const int = (description: string): Condition => scalar(description, IntFilter);
export const number = (description: string): Condition => scalar(description, FloatFilter);
export const decimal = (description: string): Condition => scalar(description, DecimalFilter);
export const date = (description: string): Condition => scalar(description, DateFilter);
export const boolean = (description: string): Condition => scalar(description, BooleanFilter);

/** A condition on an enum of the graph. */
export function oneOf<T extends object>(enumRef: T & { name: string }, description: string): Condition {
  return { description, type: () => enumFilter(enumRef), toPrisma: scalarCondition };
}

const enumFilters = new Map<string, InputRef<unknown>>();

function enumFilter(enumRef: { name: string }): InputRef<unknown> {
  const name = `${enumRef.name}Filter`;
  let filter = enumFilters.get(name);
  if (!filter) {
    const type = enumRef as never;
    filter = builder.inputType(name, {
      description: "Conditions on a value of a fixed list; all that are given must hold.",
      fields: (t) => ({
        equals: t.field({ type, description: "Is this value." }),
        in: t.field({ type: [type], description: "Is one of these values." }),
        notIn: t.field({ type: [type], description: "Is none of these values." }),
        isNull: t.boolean({ description: "True: has no value. False: has a value." }),
      }),
    });
    enumFilters.set(name, filter);
  }
  return filter;
}

function scalar(description: string, filter: InputRef<unknown>): Condition {
  return { description, type: () => filter, toPrisma: scalarCondition };
}

/** The comparisons carry the same names in Prisma; only `isNull` is ours. */
function scalarCondition(value: WhereValue, column: string): WhereValue {
  const { isNull, ...comparisons } = value;
  const parts: WhereValue[] = [{ [column]: Object.fromEntries(given(comparisons)) }];
  if (typeof isNull === "boolean") parts.push({ [column]: isNull ? null : { not: null } });
  return parts.length === 1 ? (parts[0] as WhereValue) : { AND: parts };
}

function given(value: WhereValue | null | undefined): [string, unknown][] {
  return Object.entries(value ?? {}).filter(([, part]) => part !== null && part !== undefined);
}
