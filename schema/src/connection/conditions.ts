import type { InputRef } from "@pothos/core";
import { forbidden, recordReaders } from "../access/forbidden.ts";
import { policyOf } from "../access/policy.ts";
import { seesNoRecords, visibleRows } from "../access/rows.ts";
import { builder } from "../builder.ts";
import { storableText } from "../errors.ts";
import { BooleanFilter, DateFilter, DecimalFilter, FloatFilter, IntFilter, searchText, TextFilter } from "./filter.ts";
import { all, any, given, isEverything, not, type WhereValue } from "./logic.ts";
import type { Condition, FilteredField, Where } from "./where.ts";

/** A condition on a to-one edge. */
export function one(target: () => Where, description: string): Condition {
  return {
    description,
    type: () => target().ref,
    toPrisma(value, { column }, viewer) {
      const condition = target().toPrisma(value, viewer);
      return isEverything(condition) ? {} : { [column]: condition };
    },
  };
}

/** A condition on a to-one edge that may lead nowhere: even an empty condition asks that it leads somewhere. */
export function oneOrNone(target: () => Where, description: string): Condition {
  return {
    description: `${description} {} asks that there is one.`,
    type: () => target().ref,
    toPrisma(value, { column }, viewer) {
      const condition = target().toPrisma(value, viewer);
      // Not { isNot: null }, for which Prisma asks that any column of a composite key has a value.
      return { [column]: { is: condition } };
    },
  };
}

/**
 * A condition on a to-many edge; `through` names the edge to follow from the rows of a join table. Records that the viewer does not
 * see do not exist for the condition either.
 */
export function many(target: () => Where, description: string, through?: string): Condition {
  return {
    description,
    type: () => target().listRef,
    toPrisma(value, { column }, viewer) {
      const { name } = target();
      const policy = policyOf(name);
      if (seesNoRecords(policy, viewer))
        throw forbidden(viewer, `to filter by records of ${name}`, recordReaders(name));
      const visible = visibleRows(policy, viewer);
      const quantifiers = given(value).map(([quantifier, inner]) => {
        const asked = target().toPrisma(inner as WhereValue, viewer);
        const condition =
          quantifier === "every"
            ? isEverything(visible) || isEverything(asked)
              ? asked
              : any([asked, not(visible)])
            : all([asked, visible]);
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
    toPrisma(value, field) {
      for (const part of Object.values(value).flat()) {
        if (typeof part === "string") storableText("where", part);
      }
      const { contains, startsWith, ...others } = value;
      if (typeof startsWith === "string") others.startsWith = literalPattern(startsWith);
      if (typeof contains !== "string") return scalarCondition(others, field);
      const found = search
        ? { [search]: { contains: literalPattern(searchText(contains)) } }
        : { [field.column]: { contains: literalPattern(contains), mode: "insensitive" } };
      return all([scalarCondition(others, field), hasValue(field), found]);
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
function scalarCondition(value: WhereValue, field: FilteredField): WhereValue {
  const { isNull, notIn, ...comparisons } = value;
  const { column, nullable } = field;
  const asked = given(comparisons);
  return all([
    asked.length === 0 ? {} : all([hasValue(field), { [column]: Object.fromEntries(asked) }]),
    Array.isArray(notIn) ? any([{ [column]: { notIn } }, ...(nullable ? [{ [column]: null }] : [])]) : {},
    typeof isNull === "boolean" && nullable ? { [column]: isNull ? null : { not: null } } : {},
    isNull === true && !nullable ? any([]) : {},
  ]);
}

/** SQL calls a comparison with no value unknown, and so its negation: said this way it is false, and its negation true. */
function hasValue({ column, nullable }: FilteredField): WhereValue {
  return nullable ? { [column]: { not: null } } : {};
}
