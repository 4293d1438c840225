import { type Column, type Relation, type Table, tableOf } from "@chacra/prisma/tables";
import type { From } from "./from.ts";
import { type Params, quote } from "./params.ts";

/**
 * Turns a Prisma `where` into an SQL condition over the same rows. It knows what the `where` types of the graph and the row filters are
 * made of, and refuses anything else. Every condition is true or false, never unknown: a comparison with no value is false,
 * as the conditions of the graph are built to be.
 */
export function compileWhere(model: string, alias: string, where: object, params: Params): string {
  return new Compiler(params).all(tableOf(model), inner(alias), where);
}

/** The same of the records of a statement, whose joins it shares: a condition on the one record that another leads to looks at that. */
export function compileWhereOf(from: From, where: object, params: Params): string {
  return new Compiler(params).all(tableOf(from.model), joined(from, ""), where);
}

/** A row in the statement. */
interface Here {
  /** A column, by its name in the database. */
  column(name: string): string;
  /** The one row that a relation always leads to, where the statement can look at it without a subquery. */
  one(relation: string): Here | undefined;
}

const inner = (alias: string): Here => ({ column: (name) => `${alias}.${quote(name)}`, one: () => undefined });

const joined = (from: From, path: string): Here => ({
  column: (name) => from.columnOf(path, name),
  one: (relation) =>
    from.isAlwaysOne(path, relation) ? joined(from, path === "" ? relation : `${path}.${relation}`) : undefined,
});

const comparisons: Record<string, string> = { equals: "=", lt: "<", lte: "<=", gt: ">", gte: ">=" };

class Compiler {
  readonly #params: Params;
  #aliases = 0;
  /** How many NOTs the condition in hand stands under. */
  #negations = 0;

  constructor(params: Params) {
    this.#params = params;
  }

  all(table: Table, here: Here, where: object): string {
    return conjunction(
      Object.entries(where).flatMap(([key, value]) =>
        value === undefined ? [] : [this.#part(table, here, key, value)],
      ),
    );
  }

  #part(table: Table, here: Here, key: string, value: unknown): string {
    if (key === "AND") return conjunction(list(value).map((part) => this.all(table, here, part)));
    if (key === "OR") return disjunction(list(value).map((part) => this.all(table, here, part)));
    if (key === "NOT") return this.#not(() => disjunction(list(value).map((part) => this.all(table, here, part))));
    const column = table.columns[key];
    if (column) return this.#column(here.column(column.name), column, value);
    const relation = table.relations[key];
    if (relation) return relation.many ? this.#many(here, relation, value) : this.#one(here, key, relation, value);
    throw new Error(`${table.name} has neither a column nor a relation ${key}.`);
  }

  #column(name: string, column: Column, condition: unknown): string {
    if (condition === null) return `${name} IS NULL`;
    if (!isConditions(condition)) return this.#column(name, column, { equals: condition });
    const { mode, ...conditions } = condition;
    return conjunction(
      Object.entries(conditions).flatMap(([operator, value]) =>
        value === undefined ? [] : [this.#comparison(name, column, operator, value, mode === "insensitive")],
      ),
    );
  }

  #comparison(name: string, column: Column, operator: string, value: unknown, ignoresCase: boolean): string {
    const sign = comparisons[operator];
    if (sign && value === null) return `${name} IS NULL`;
    if (sign) return known(column, `${name} ${sign} ${this.#value(value, column.type)}`);
    switch (operator) {
      case "in":
        return known(column, `${name} = ANY(${this.#value(value, `${column.type}[]`)})`);
      case "notIn":
        return known(column, `${name} <> ALL(${this.#value(value, `${column.type}[]`)})`);
      case "not":
        return value === null ? `${name} IS NOT NULL` : negation(this.#column(name, column, value));
      case "startsWith":
        return known(column, `${name} ${ignoresCase ? "ILIKE" : "LIKE"} ${this.#value(`${value}%`, "text")}`);
      case "contains":
        return known(column, `${name} ${ignoresCase ? "ILIKE" : "LIKE"} ${this.#value(`%${value}%`, "text")}`);
      default:
        throw new Error(`There is no comparison ${operator}.`);
    }
  }

  #value(value: unknown, type: string): string {
    return this.#params.add(Array.isArray(value) ? value.map(plain) : plain(value), type);
  }

  #one(here: Here, name: string, relation: Relation, value: unknown): string {
    if (value === null) return negation(this.#exists(here, relation, {}));
    const conditions = value as { is?: object | null; isNot?: object | null };
    if ("is" in conditions) return this.#one(here, name, relation, conditions.is);
    if ("isNot" in conditions) return this.#not(() => this.#one(here, name, relation, conditions.isNot));
    const one = here.one(name);
    if (one) return this.all(tableOf(relation.model), one, conditions);
    return this.#isOnly(here, relation, conditions) ?? this.#exists(here, relation, conditions);
  }

  #many(here: Here, relation: Relation, value: unknown): string {
    return conjunction(
      Object.entries(value as object).flatMap(([quantifier, condition]) => {
        if (condition === undefined) return [];
        if (quantifier === "some") return [this.#exists(here, relation, condition)];
        if (quantifier === "none") return [this.#not(() => this.#exists(here, relation, condition))];
        if (quantifier === "every") return [this.#not(() => this.#exists(here, relation, condition, negation))];
        throw new Error(`There is no quantifier ${quantifier}.`);
      }),
    );
  }

  /**
   * That a record leads to the one that has a value no other has: PostgreSQL looks that up once, and then reads the records in the order of
   * an index. Where there is no such record the comparison is unknown, which must not come under a NOT.
   */
  #isOnly(here: Here, { model, on }: Relation, where: object): string | undefined {
    const [[own, there] = ["", ""]] = on;
    const target = tableOf(model);
    const names = Object.entries(where).some(
      ([key, value]) => target.columns[key]?.unique && isConditions(value) && typeof value.equals === "string",
    );
    if (this.#negations > 0 || on.length !== 1 || !names) return undefined;
    const alias = this.#alias();
    const condition = this.all(target, inner(alias), where);
    return `${here.column(own)} = (SELECT ${alias}.${quote(there)} FROM ${quote(target.name)} ${alias} WHERE ${condition})`;
  }

  #not(compile: () => string): string {
    this.#negations += 1;
    const part = compile();
    this.#negations -= 1;
    return negation(part);
  }

  #alias(): string {
    this.#aliases += 1;
    return `r${this.#aliases}`;
  }

  #exists(here: Here, { model, on }: Relation, where: object, turn = (condition: string) => condition): string {
    const alias = this.#alias();
    const target = tableOf(model);
    const joins = on.map(([own, there]) => `${alias}.${quote(there)} = ${here.column(own)}`);
    const condition = conjunction([...joins, turn(this.all(target, inner(alias), where))]);
    return `EXISTS (SELECT FROM ${quote(target.name)} ${alias} WHERE ${condition})`;
  }
}

/** Dates and decimals come as objects; everything else that is one holds conditions. */
function isConditions(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}

/** A value that may be missing makes a comparison unknown, which is no answer under NOT. */
function known({ nullable }: Column, comparison: string): string {
  return nullable ? `(${comparison}) IS TRUE` : comparison;
}

/** Dates as texts, whose first ten characters are the day; decimals as texts, which lose no digit. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return value !== null && typeof value === "object" ? String(value) : value;
}

function list(value: unknown): object[] {
  return Array.isArray(value) ? value : [value as object];
}

function conjunction(parts: string[]): string {
  const said = parts.filter((part) => part !== "TRUE");
  return said.length === 0 ? "TRUE" : said.length === 1 ? (said[0] ?? "") : `(${said.join(" AND ")})`;
}

function disjunction(parts: string[]): string {
  // Nothing is left out, or parameters would be sent that the statement does not name.
  return parts.length === 0 ? "FALSE" : parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(" OR ")})`;
}

function negation(part: string): string {
  return part === "TRUE"
    ? "FALSE"
    : part === "FALSE"
      ? "TRUE"
      : `NOT ${part.startsWith("(") || part.startsWith("EXISTS") ? part : `(${part})`}`;
}
