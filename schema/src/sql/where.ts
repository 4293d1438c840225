import { type Relation, tableOf } from "@chacra/prisma/tables";
import { comparisons } from "./comparison.ts";
import { asList, conjunction, disjunction, given, negation, notFalse, said } from "./logic.ts";
import { type Params, quote } from "./params.ts";

// Prisma's `where` as SQL, for statements that Prisma cannot write: totals of small groups counted in one go, for one.
//
//   const params = new Params();
//   const condition = compileWhere("Farm", "f", where, params);
//   await prisma.$queryRawUnsafe(`SELECT f.crop, count(*) FROM farm f WHERE ${condition} GROUP BY 1`, ...params.values);
//
// - It knows what the graph makes of its `where` arguments, its cursors and its row filters (connection/, access/rows.ts): AND, OR,
//   NOT, comparisons, conditions on relations. Anything else is an error that names the field; nothing is passed over.
// - A condition finds the rows that Prisma finds, also where a value is missing: there SQL calls a comparison unknown, and its
//   negation too, so neither finds the row. where.test.ts holds the two against each other.
// - Names of tables, columns and types come from schema.prisma (@chacra/prisma/tables), values are parameters.
// - Lists are one parameter each, whatever their length, so statements that differ in values only have the same text.
//
// Prisma drops what asks nothing: `{}` under NOT, in an OR, as a condition on a to-one relation. So there it does not mean "every row".
// The graph never says it in these places (connection/logic.ts), and here it is an error rather than a guess. An empty OR is met by no
// row, wherever it stands.

/** What a part of a `where` speaks of. */
interface Scope {
  model: string;
  /** Alias of the model's table. */
  alias: string;
  /** Whether an odd number of negations stands around the part. */
  negated: boolean;
  params: Params;
}

/**
 * Turns a Prisma `where` into an SQL condition that finds the same rows; `TRUE` where it asks nothing.
 *
 * @param model name of the Prisma model
 * @param alias alias of the model's table in the statement; not `r` with a number, which are given to the tables of relations
 * @throws {Error} when the `where` has a part that is unknown, which is a fault of the program
 */
export function compileWhere(model: string, alias: string, where: object, params: Params): string {
  return all({ model, alias, negated: false, params }, where);
}

function all(scope: Scope, where: object): string {
  return met(scope, given(where));
}

function met(scope: Scope, parts: [string, unknown][]): string {
  return conjunction(parts.map(([key, value]) => part(scope, key, value)));
}

function part(scope: Scope, key: string, value: unknown): string {
  const { model, alias, params } = scope;
  const place = `${model}.${key}`;
  if (key === "AND") return conjunction(asList(value).map((each) => all(scope, each)));
  if (key === "OR") return disjunction(asList(value).map((each) => met(scope, said(place, each))));
  if (key === "NOT") return negation(disjunction(asList(value).map((each) => met(negated(scope), said(place, each)))));
  const { columns, relations } = tableOf(model);
  const column = columns[key];
  if (column) return comparisons({ name: place, alias, column }, value, params);
  const relation = relations[key];
  if (!relation) throw new Error(`${model} has no field ${key}.`);
  if (relation.many) return many(scope, place, relation, value as object);
  return value === null ? noKey(scope, relation) : one(scope, place, relation, value as object);
}

function one(scope: Scope, place: string, relation: Relation, value: object): string {
  const parts = said(place, value);
  if (!("is" in value || "isNot" in value)) return related(scope, relation, value);
  return conjunction(
    parts.map(([operator, where]) => {
      if (operator === "is") return related(scope, relation, where as object | null);
      if (operator === "isNot") return negation(related(negated(scope), relation, where as object | null));
      throw new Error(`${place} cannot be asked ${operator}.`);
    }),
  );
}

/**
 * EXISTS is never unknown, but a condition on a to-one relation is unknown to Prisma when what it asks of the other row is. Then
 * neither it nor its negation finds the row, so under a negation the unknown has to count as met.
 */
function related(scope: Scope, relation: Relation, where: object | null): string {
  if (where === null) return noKey(scope, relation);
  return exists(scope, relation, (inner) => (scope.negated ? notFalse(all(inner, where)) : all(inner, where)));
}

/** To Prisma a key of several columns is missing only when all of them are. */
function noKey({ alias }: Scope, { on }: Relation): string {
  return conjunction(on.map(([here]) => `${alias}.${quote(here)} IS NULL`));
}

function many(scope: Scope, place: string, relation: Relation, value: object): string {
  return conjunction(
    said(place, value).map(([quantifier, where]) => {
      const any = () => exists({ ...scope, negated: false }, relation, (inner) => all(inner, where as object));
      if (quantifier === "some") return any();
      if (quantifier === "none") return negation(any());
      if (quantifier !== "every") throw new Error(`${place} cannot be asked ${quantifier}.`);
      const exception = (inner: Scope) => negation(all(inner, where as object));
      return negation(exists({ ...scope, negated: true }, relation, exception));
    }),
  );
}

function exists(scope: Scope, { model, on }: Relation, condition: (inner: Scope) => string): string {
  const alias = scope.params.alias();
  const joins = on.map(([here, there]) => `${alias}.${quote(there)} = ${scope.alias}.${quote(here)}`);
  const met = conjunction([...joins, condition({ ...scope, model, alias })]);
  return `EXISTS (SELECT FROM ${quote(tableOf(model).name)} ${alias} WHERE ${met})`;
}

function negated(scope: Scope): Scope {
  return { ...scope, negated: !scope.negated };
}
