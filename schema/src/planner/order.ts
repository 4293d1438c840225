import { Prisma } from "@chacra/prisma";
import { type Column, tableOf } from "@chacra/prisma/tables";
import type { OrderTerm } from "../connection/order.ts";
import { quote } from "../sql/params.ts";
import { on } from "./shape.ts";

/** A term of an order as SQL. */
interface SqlTerm {
  expression: string;
  /** The same where the rows have been chosen before anything was joined to them: its column goes on with the row. */
  after: string;
  column: Column;
}

/** An order as SQL: the joins that it needs, and its terms. */
export class SqlOrder {
  readonly joins: string[] = [];
  readonly terms: SqlTerm[];
  readonly #own: string;
  readonly #aliases = new Map<string, { alias: string; model: string }>();

  constructor(model: string, alias: string, terms: readonly OrderTerm[]) {
    this.#own = alias;
    this.#aliases.set("", { alias, model });
    this.terms = terms.map(({ path }) => this.#column(path));
  }

  /** `ORDER BY`, from the end where the page is counted from there. */
  by(terms: readonly OrderTerm[], backward: boolean, isAfter = false): string {
    const parts = this.terms.map(({ expression, after }, i) => {
      const { direction = "asc", nullable = false } = terms[i] ?? {};
      const way = (direction === "asc") !== backward ? "ASC" : "DESC";
      return `${isAfter ? after : expression} ${way}${nullable ? ` NULLS ${backward ? "FIRST" : "LAST"}` : ""}`;
    });
    return parts.length > 0 ? `ORDER BY ${parts.join(", ")}` : "";
  }

  /** The place of a row in the order, as a JSON list; decimals as texts, so that no digit is lost. */
  place(isAfter = false): string {
    const values = this.terms.map(({ expression, after, column }) => {
      const value = isAfter ? after : expression;
      return column.type === "numeric" ? `${value}::text` : value;
    });
    return `json_build_array(${values.join(", ")})`;
  }

  /** The columns of other tables that go on with the rows, as they are selected. */
  columns(): string {
    const columns = this.terms
      .filter(({ expression, after }) => expression !== after)
      .map(({ expression, after }) => `, ${expression} AS ${after.slice(after.indexOf(".") + 1)}`);
    return [...new Set(columns)].join("");
  }

  #column(path: readonly string[]): SqlTerm {
    const { alias, model } = this.#reach(path.slice(0, -1));
    const column = tableOf(model).columns[path.at(-1) ?? ""];
    if (!column) throw new Error(`${model} has no column ${path.at(-1)}.`);
    const expression = `${alias}.${quote(column.name)}`;
    const after = path.length === 1 ? expression : `${this.#own}.${quote(`${alias}.${column.name}`)}`;
    return { expression, after, column };
  }

  #reach(path: readonly string[]): { alias: string; model: string } {
    const name = path.join(".");
    const known = this.#aliases.get(name);
    if (known) return known;
    const from = this.#reach(path.slice(0, -1));
    const relation = tableOf(from.model).relations[path.at(-1) ?? ""];
    if (!relation) throw new Error(`${from.model} has no relation ${path.at(-1)}.`);
    const reached = { alias: `o${this.#aliases.size}`, model: relation.model };
    this.joins.push(
      `LEFT JOIN ${quote(tableOf(relation.model).name)} ${reached.alias} ON ${on(relation, from.alias, reached.alias)}`,
    );
    this.#aliases.set(name, reached);
    return reached;
  }
}

/** The values of a place as they travel in a cursor. */
export function decodePlace(place: readonly unknown[], { terms }: SqlOrder): unknown[] {
  return place.map((value, i) => {
    const type = terms[i]?.column.type;
    if (value === null) return null;
    if (type === "date") return new Date(`${value}T00:00:00.000Z`).toISOString();
    return type === "numeric" ? new Prisma.Decimal(value as string).toString() : value;
  });
}

/** The terms of a Prisma `orderBy`, as a relation of the graph has it. */
export function termsOf(orderBy: unknown): OrderTerm[] {
  return (Array.isArray(orderBy) ? orderBy : [orderBy]).flatMap((part) =>
    Object.entries((part ?? {}) as object).map(([key, value]) => termOf([key], value)),
  );
}

function termOf(path: string[], value: unknown): OrderTerm {
  if (value === "asc" || value === "desc") {
    return { path, direction: value, nullable: false, unique: false, kind: "text" };
  }
  const [[key, inner] = []] = Object.entries(value as object);
  if (!key || key === "sort") throw new Error(`${path.join(".")} is sorted in a way that is not known here.`);
  return termOf([...path, key], inner);
}
