import { Prisma } from "@chacra/prisma";
import type { Column } from "@chacra/prisma/tables";
import type { Piece } from "./sql.ts";
import { sql } from "./sql.ts";

/** What a statement gives in one place of a row: as text from the row itself, or as JSON from a list within another row. */
export type Slot = unknown;

/** The expression by which a column comes; decimals as texts, so that no digit is lost on the way through JSON. */
export function columnSql(reference: string, { type }: Column): Piece {
  if (type === "numeric" || type === "int8") return sql`${reference}::text`;
  if (type === "bool") return sql`${reference}::text`;
  if (type === "date" || type.endsWith("[]"))
    return type === "date" ? sql`${reference}::text` : sql`to_json(${reference})`;
  return reference;
}

/** The value that Prisma would give of a column. */
export function decode(slot: Slot, type: string): unknown {
  if (slot === null || slot === undefined) return null;
  switch (type) {
    case "int4":
    case "float8":
      return Number(slot);
    case "bool":
      return slot === true || slot === "true";
    case "numeric":
      return new Prisma.Decimal(slot as string);
    case "date":
      return new Date(`${slot}T00:00:00.000Z`);
    case "timestamptz":
      return new Date(slot as string);
    default:
      return type.endsWith("[]") ? parsed(slot) : slot;
  }
}

/** A list, or an object, that came as JSON. */
export function parsed(slot: Slot): unknown {
  return typeof slot === "string" ? JSON.parse(slot) : slot;
}
