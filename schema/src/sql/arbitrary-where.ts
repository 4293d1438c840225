import { type Column, tableOf } from "@chacra/prisma/tables";
import fc from "fast-check";
import { partOf, type Samples } from "./samples.ts";

type Where = Record<string, unknown>;

/**
 * Any `where` of Prisma's that the SQL knows, also those that the graph never makes: negated comparisons of what may be missing,
 * conditions on to-one relations in every form.
 */
export function arbitraryWhere(model: string, samples: Samples, depth: number): fc.Arbitrary<Where> {
  const { columns, relations } = tableOf(model);
  const fields: fc.Arbitrary<Where>[] = Object.entries(columns).flatMap(([field, column]) => {
    const values = samples.get(`${model}.${field}`);
    return values ? [only(field, comparisonsOf(column, values))] : [];
  });
  if (depth === 0) return fc.oneof(...fields);
  const inner = (other: string) => fc.constant(0).chain(() => arbitraryWhere(other, samples, depth - 1));
  const own = inner(model);
  const edges = Object.entries(relations)
    .filter(([, { model: other }]) => samples.has(`${other}.id`))
    .map(([field, { model: other, many }]) => {
      const where = inner(other);
      const orEmpty = fc.oneof({ arbitrary: where, weight: 5 }, { arbitrary: fc.constant({}), weight: 1 });
      if (many) return only(field, fc.oneof(...["some", "none", "every"].map((name) => only(name, orEmpty))));
      const orNull = fc.oneof({ arbitrary: orEmpty, weight: 5 }, { arbitrary: fc.constant(null), weight: 1 });
      const isOptional = relations[field]?.on.some(([here]) => isNullable(columns, here));
      return only(
        field,
        isOptional
          ? fc.oneof(where, fc.constant(null), only("is", orNull), only("isNot", orNull))
          : fc.oneof(where, only("is", orEmpty), only("isNot", orEmpty)),
      );
    });
  return fc.oneof(
    { arbitrary: fc.oneof(...fields), weight: 3 },
    { arbitrary: edges.length > 0 ? fc.oneof(...edges) : fc.oneof(...fields), weight: 4 },
    { arbitrary: only("NOT", fc.oneof(own, fc.array(own, { minLength: 1, maxLength: 2 }))), weight: 2 },
    { arbitrary: only("AND", fc.oneof(own, fc.array(own, { minLength: 1, maxLength: 3 }))), weight: 1 },
    { arbitrary: only("OR", fc.array(own, { minLength: 1, maxLength: 3 })), weight: 2 },
    { arbitrary: fc.tuple(own, own).map(([one, other]) => ({ ...one, ...other })), weight: 2 },
  );
}

function comparisonsOf({ type, nullable }: Column, values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (type.endsWith("[]") || type === "bytea") return only("equals", values);
  const equal = [only("equals", nullable ? fc.option(values) : values), values];
  if (type === "bool") return fc.oneof(...equal, only("not", values));
  const listed = ["in", "notIn"].map((operator) => only(operator, fc.array(values, { maxLength: 4 })));
  // Enums have no order in Prisma.
  const isEnum = !["int4", "text", "date", "float8", "numeric", "timestamptz"].includes(type);
  const ordered = isEnum ? [] : ["lt", "lte", "gt", "gte"].map((operator) => only(operator, values));
  const texts =
    type === "text"
      ? ["startsWith", "contains"].flatMap((operator) => [
          only(operator, partOf(values)),
          partOf(values).map((part) => ({ [operator]: part, mode: "insensitive" })),
        ])
      : [];
  const comparisons = fc.oneof(...([...equal.slice(0, 1), ...listed, ...ordered, ...texts] as fc.Arbitrary<Where>[]));
  // Prisma takes the mode outside of `not`.
  const negatable = comparisons.map(({ mode: _, ...others }) => others);
  const negations = [values, negatable, ...(nullable ? [fc.constant(null)] : [])].map((value) => only("not", value));
  return fc.oneof(
    { arbitrary: comparisons, weight: 4 },
    { arbitrary: fc.oneof(...negations), weight: 1 },
    { arbitrary: values, weight: 1 },
    { arbitrary: nullable ? fc.constant(null) : values, weight: 1 },
  );
}

function only(key: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<Where> {
  return values.map((value) => ({ [key]: value }));
}

function isNullable(columns: Readonly<Record<string, Column>>, name: string): boolean {
  return Object.values(columns).some((column) => column.name === name && column.nullable);
}
