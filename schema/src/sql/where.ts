import { type Relation, tableOf } from "@chacra/prisma/tables";
import { comparisons } from "./comparison.ts";
import { conjunction, disjunction, given, negation, notFalse } from "./logic.ts";
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
// Prisma drops `{}` under NOT, in an OR and as a condition on a to-one relation, so that there it does not mean "every row". The graph
// never says it in these places (connection/logic.ts), and here it is an error rather than a guess.

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
  return conjunction(given(where).map(([key, value]) => part(scope, key, value)));
}

function part(scope: Scope, key: string, value: unknown): string {
  const { model, alias, params } = scope;
  if (key === "AND") return conjunction(list(value).map((each) => all(scope, each)));
  if (key === "OR") return disjunction(list(value).map((each) => all(scope, saying(scope, key, each))));
  if (key === "NOT") {
    const inner = { ...scope, negated: !scope.negated };
    return negation(disjunction(list(value).map((each) => all(inner, saying(scope, key, each)))));
  }
  const { columns, relations } = tableOf(model);
  const column = columns[key];
  if (column) return comparisons({ name: `${model}.${key}`, alias, column }, value, params);
  const relation = relations[key];
  if (!relation) throw new Error(`${model} has no field ${key}.`);
  return relation.many ? many(scope, key, relation, value as object) : one(scope, key, relation, value as object | null);
}

function one(scope: Scope, key: string, relation: Relation, value: object | null): string {
  if (value === null) return none(scope, relation);
  if (!("is" in value || "isNot" in value)) return exists(scope, relation, saying(scope, key, value));
  return conjunction(
    given(value).map(([operator, where]) => {
      if (operator === "is") return where ? exists(scope, relation, where) : none(scope, relation);
      if (operator !== "isNot") throw new Error(`${scope.model}.${key} cannot be asked ${operator}.`);
      return negation(where ? exists({ ...scope, negated: !scope.negated }, relation, where) : none(scope, relation));
    }),
  );
}

/** Prisma takes a key of several columns as missing only when all of them are. */
function none({ alias }: Scope, { on }: Relation): string {
  return conjunction(on.map(([here]) => `${alias}.${quote(here)} IS NULL`));
}

function many(scope: Scope, key: string, relation: Relation, value: object): string {
  const positive = { ...scope, negated: false };
  return conjunction(
    given(value).map(([quantifier, where]) => {
      if (quantifier === "some") return exists(positive, relation, where as object);
      if (quantifier === "none") return negation(exists(positive, relation, where as object));
      if (quantifier === "every") return negation(exists({ ...scope, negated: true }, relation, where as object));
      throw new Error(`${scope.model}.${key} cannot be asked ${quantifier}.`);
    }),
  );
}

/**
 * That a relation leads to a row that meets a condition. EXISTS is never unknown, while Prisma's join is where the condition is: under
 * a negation neither may find the row, so there what is unknown counts as met.
 */
function exists(scope: Scope, { model, many: isMany, on }: Relation, where: object): string {
  throw new Error("TODO");
}
