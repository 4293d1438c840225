import type { Column } from "@chacra/prisma/tables";
import { conjunction, negation, said } from "./logic.ts";
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
export function comparisons(field: Field, asked: unknown, params: Params, outerMode?: unknown): string {
  if (!isComparisons(asked)) return comparison(field, "equals", asked, params, outerMode);
  const { mode = outerMode, ...others } = asked;
  return conjunction(
    said(field.name, others).map(([operator, value]) =>
      operator === "not"
        ? negation(comparisons(field, value, params, mode))
        : comparison(field, operator, value, params, mode),
    ),
  );
}

function comparison(field: Field, operator: string, value: unknown, params: Params, mode: unknown): string {
  const { column, alias } = field;
  const name = `${alias}.${quote(column.name)}`;
  if (operator === "equals" && value === null) return `${name} IS NULL`;
  if (value === null) throw new Error(`${field.name} cannot be asked ${operator} null.`);
  if (operator === "contains" || operator === "startsWith") {
    // As Prisma does, leaves % and _ the wildcards that they are.
    const pattern = `${operator === "contains" ? "%" : ""}${value}%`;
    return `${name} ${mode === "insensitive" ? "ILIKE" : "LIKE"} ${params.add(pattern, "text")}`;
  }
  if (mode === "insensitive") throw new Error(`${field.name} cannot be asked ${operator} without regard to case.`);
  if (operator === "in") return `${name} = ANY(${params.add(plain(value), `${column.type}[]`)})`;
  if (operator === "notIn") return `${name} <> ALL(${params.add(plain(value), `${column.type}[]`)})`;
  const sign = signs[operator];
  if (!sign) throw new Error(`${field.name} cannot be asked ${operator}.`);
  return `${name} ${sign} ${params.add(plain(value), column.type)}`;
}

/** Dates, decimals and bytes are objects too, but of classes of their own. */
function isComparisons(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== "object") return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Dates as texts, whose first ten characters are the day; decimals as texts, which lose no digit. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  return String(value);
}
