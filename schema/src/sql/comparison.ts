import type { Column } from "@chacra/prisma/tables";
import { conjunction, given, negation } from "./logic.ts";
import { type Params, quote } from "./params.ts";

/** A field of a model in a statement: its column under the alias of its table. */
export interface Field {
  /** For errors: `Farm.hectares`. */
  name: string;
  alias: string;
  column: Column;
}

const signs: Record<string, string> = { equals: "=", lt: "<", lte: "<=", gt: ">", gte: ">=" };

/** What is asked of one field: a value, null, or comparisons that must all hold. */
export function comparisons(field: Field, asked: unknown, params: Params): string {
  if (!isComparisons(asked)) return comparison(field, "equals", asked, params);
  const { mode, ...others } = asked;
  return conjunction(
    given(others).map(([operator, value]) => {
      if (operator === "not") return negation(comparisons(field, value, params));
      if (mode !== "insensitive") return comparison(field, operator, value, params);
      return pattern(field, operator, "ILIKE", value, params);
    }),
  );
}

function comparison(field: Field, operator: string, value: unknown, params: Params): string {
  const { column, alias } = field;
  const name = `${alias}.${quote(column.name)}`;
  if (operator === "equals" && value === null) return `${name} IS NULL`;
  if (operator === "in") return `${name} = ANY(${params.add(plain(value), `${column.type}[]`)})`;
  if (operator === "notIn") return `${name} <> ALL(${params.add(plain(value), `${column.type}[]`)})`;
  const sign = signs[operator];
  return sign
    ? `${name} ${sign} ${params.add(plain(value), column.type)}`
    : pattern(field, operator, "LIKE", value, params);
}

/** As Prisma does, leaves % and _ the wildcards that they are. */
function pattern({ name, alias, column }: Field, operator: string, like: string, value: unknown, params: Params) {
  if (operator !== "startsWith" && operator !== "contains") {
    throw new Error(`${name} cannot be compared by ${operator}${like === "ILIKE" ? " without regard to case" : ""}.`);
  }
  const before = operator === "contains" ? "%" : "";
  return `${alias}.${quote(column.name)} ${like} ${params.add(`${before}${value}%`, "text")}`;
}

/** Dates, decimals and bytes are objects too, but of classes of their own. */
function isComparisons(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}

/** Dates as texts, whose first ten characters are the day; decimals as texts, which lose no digit. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  return String(value);
}
