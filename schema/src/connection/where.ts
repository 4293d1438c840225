import type { InputRef } from "@pothos/core";
import { builder } from "../builder.ts";
import { argumentError, storableText } from "../errors.ts";
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
    return all(
      given(value).map(([key, condition]) => {
        if (key === "AND") return all((condition as WhereValue[]).map(toPrisma));
        if (key === "OR") return any((condition as WhereValue[]).map(toPrisma));
        if (key === "NOT") return not(any((condition as WhereValue[]).map(toPrisma)));
        const field = fields().get(key);
        if (!field) throw argumentError("BAD_ARGUMENT", "where", `${name}Where has no field ${key}.`);
        return field.condition.toPrisma(condition as WhereValue, field.column);
      }),
    );
  }
  return { ref, listRef, toPrisma };
}

/** What no row meets. What every row meets is `{}`. */
const nothing: WhereValue = { OR: [] };

const isEverything = (where: WhereValue): boolean => Object.keys(where).length === 0;

function all(parts: WhereValue[]): WhereValue {
  const conditions = parts.filter((part) => !isEverything(part));
  return conditions.length === 1 ? (conditions[0] ?? {}) : conditions.length === 0 ? {} : { AND: conditions };
}

function any(parts: WhereValue[]): WhereValue {
  return parts.some(isEverything) ? {} : { OR: parts };
}

/** Prisma drops `{}` wherever it stands, so its negation has to be said in another way. */
function not(where: WhereValue): WhereValue {
  return isEverything(where) ? nothing : { NOT: where };
}

/** A condition on a to-one edge. */
export function one(target: () => Where, description: string): Condition {
  return {
    description,
    type: () => target().ref,
    toPrisma(value, column) {
      const condition = target().toPrisma(value);
      return isEverything(condition) ? {} : { [column]: condition };
    },
  };
}

/** A condition on a to-one edge that may lead nowhere: even an empty condition asks that it leads somewhere. */
export function oneOrNone(target: () => Where, description: string): Condition {
  return {
    description: `${description} {} asks that there is one.`,
    type: () => target().ref,
    toPrisma(value, column) {
      const condition = target().toPrisma(value);
      return all([{ [column]: { isNot: null } }, isEverything(condition) ? {} : { [column]: condition }]);
    },
  };
}

/** A condition on a to-many edge; `through` names the edge to follow from the rows of a join table. */
export function many(target: () => Where, description: string, through?: string): Condition {
  return {
    description,
    type: () => target().listRef,
    toPrisma(value, column) {
      const quantifiers = given(value).map(([quantifier, inner]) => {
        const condition = target().toPrisma(inner as WhereValue);
        return [quantifier, through && !isEverything(condition) ? { [through]: condition } : condition];
      });
      return quantifiers.length === 0 ? {} : { [column]: Object.fromEntries(quantifiers) };
    },
  };
}

/** A condition on a text; `search` names the column that the database keeps folded for searching. */
export function text(description: string, search?: string): Condition {
  return {
    description,
    type: () => TextFilter,
    toPrisma(value, column) {
      checkText(value);
      const { contains, ...others } = value;
      const parts = [scalarCondition(others, column)];
      if (typeof contains === "string") {
        parts.push(
          search
            ? { [search]: { contains: literalPattern(searchText(contains)) } }
            : { [column]: { contains: literalPattern(contains), mode: "insensitive" } },
        );
      }
      return all(parts);
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
  const asked = given(comparisons);
  return all([
    asked.length === 0 ? {} : { [column]: Object.fromEntries(asked) },
    typeof isNull === "boolean" ? { [column]: isNull ? null : { not: null } } : {},
  ]);
}

/** @throws {GraphQLError} `BAD_ARGUMENT` for a text that PostgreSQL cannot hold, nor send back */
function checkText(value: WhereValue): void {
  for (const part of Object.values(value).flat()) {
    if (typeof part === "string") storableText("where", part);
  }
}

function given(value: WhereValue | null | undefined): [string, unknown][] {
  return Object.entries(value ?? {}).filter(([, part]) => part !== null && part !== undefined);
}
