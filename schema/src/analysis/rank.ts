import { tableOf } from "@chacra/prisma/tables";
import { quote } from "../sql/params.ts";
import { type Dimension, isRecord } from "./dimensions.ts";

/**
 * The place of a group's value among all values of its dimension, in SQL. Records are ranked once for all groups, in a join: there
 * are far fewer than groups.
 */
export function rank({ type, sortedBy }: Dimension, value: string, joins: string[]): string {
  if (type === "Int" || type === "Boolean") return `${value}::int4`;
  if (!isRecord(type)) {
    return `dense_rank() OVER (ORDER BY ${value}${sortedBy === undefined ? "" : byCharacters} NULLS LAST)`;
  }
  const { name, columns } = tableOf(type.model);
  const code = quote(columns[sortedBy ?? "id"]?.name ?? "");
  const alias = `s${joins.length}`;
  const places = `SELECT s.id, row_number() OVER (ORDER BY s.${code}::text${byCharacters}) AS place FROM ${quote(name)} s`;
  joins.push(` LEFT JOIN (${places}) ${alias} ON ${alias}.id = ${value}`);
  return `${alias}.place`;
}

/** Codes are sorted by their characters, whatever language the database was made for. */
const byCharacters = ' COLLATE "C"';
