import type { PrismaClient } from "@chacra/prisma";
import { tableOf } from "@chacra/prisma/tables";
import type { Connection } from "../connection/connection.ts";
import type { WhereValue } from "../connection/logic.ts";
import { From } from "../sql/from.ts";
import { Params } from "../sql/params.ts";
import { compileWhereOf } from "../sql/where.ts";
import type { Atom } from "./disclosure.ts";
import { type Counting, isProtected, type Policy } from "./policy.ts";

/** An atom of a table of totals, with what the total takes of it. The last value of its slice is the currency of the sums. */
export interface CellRow extends Atom {
  /** The parent of the records, where there are parents. */
  parent: number | null;
  /** Records of families that the total takes, those in its places whatever their slice, and those in its slices whatever their place. */
  taken: number;
  inPlaces: number;
  inSlices: number;
  /** Records that the total counts: of families, and open ones. */
  counted: number;
  sums: Record<string, string | number | null>;
  /** The zones that cover the place, where they are asked for. */
  zones?: readonly number[] | null;
}

/** A dimension that cuts records into slices: how its value is worked out, and a name that tells it from others. */
export interface Slice {
  name: string;
  sql(from: From): string;
}

export interface CellQuery {
  /** The records that there are. */
  base: WhereValue;
  /** Which of them the total takes, which lie in its places, and which in its slices. */
  taken: WhereValue;
  inPlaces: WhereValue;
  inSlices: WhereValue;
  /** A further condition on those that it counts. */
  alsoCounted: WhereValue;
  slices: readonly Slice[];
  /** Whether open records come in rows of their own, without place and slice: for who wants only to count them. */
  areOpenApart?: boolean;
  /** Whether the zones of each place are to be read. */
  withZones?: boolean;
  parentColumn: string | undefined;
  /** Whether the parents are a dimension, rather than places. */
  isSliced: boolean;
  threshold: number;
}

/** Reads the table of a total: one statement, whatever the number of parents. */
export async function readCells(prisma: PrismaClient, target: Connection, query: CellQuery): Promise<CellRow[]> {
  const { sums = {}, model, policy } = target;
  const params = new Params();
  const sql = cellStatement(model, policy, Object.keys(sums), query, params);
  const rows = await prisma.$queryRawUnsafe<RawCell[]>(sql, ...params.values);
  return rows.map((row) => toCell(row, Object.keys(sums), query));
}

export function toCell(row: RawCell, sums: readonly string[], query: CellQuery): CellRow {
  return {
    place: row.place,
    province: row.province ?? `region ${row.region}`,
    region: row.region,
    slice: [
      ...query.slices.map((_, i) => String(row[`slice${i}`])),
      ...(query.isSliced ? [String(row.parent)] : []),
      row.currency ?? "",
    ],
    records: Number(row.records),
    taken: Number(row.taken),
    inPlaces: Number(row.in_places),
    inSlices: Number(row.in_slices),
    counted: Number(row.counted),
    families: row.families ?? undefined,
    parent: row.parent ?? null,
    sums: Object.fromEntries(sums.map((column, i) => [column, (row[`sum${i}`] as string | null) ?? null])),
    zones: row.zones,
  };
}

export interface RawCell {
  place: number;
  province: number | null;
  region: number;
  currency?: string;
  parent?: number;
  records: string | number;
  taken: string | number;
  in_places: string | number;
  in_slices: string | number;
  counted: string | number;
  families: number[] | null;
  zones?: number[] | null;
  /** `slice0`, `slice1` ..., and `sum0`, `sum1` ... */
  [column: string]: unknown;
}

/**
 * Groups by place and slice, and names the families of small atoms. Families are told apart within each group: that takes half the
 * time of grouping by family first, and grows with the records where a table of all families in memory does not.
 */
export function cellStatement(
  model: string,
  policy: Policy,
  sums: readonly string[],
  query: CellQuery,
  params: Params,
  join: (from: From) => void = () => {},
): string {
  if (!isProtected(policy) || !policy.counting) throw new Error(`${policy.type} has no totals to protect.`);
  const { counting, rows } = policy;
  const from = new From(model);
  join(from);
  // A condition that comes twice is written once, or PostgreSQL would not see that the counts under it are the same.
  const compiled = new Map<string, string>();
  const where = (condition: WhereValue) => {
    const name = JSON.stringify(condition);
    const known = compiled.get(name) ?? compileWhereOf(from, condition, params);
    compiled.set(name, known);
    return known;
  };
  const [taken, also] = [where(query.taken), where(query.alsoCounted)];
  const filtered = (aggregate: string, ...conditions: string[]) => {
    const said = conditions.filter((condition) => condition !== "TRUE");
    return said.length === 0 ? aggregate : `${aggregate} FILTER (WHERE ${said.join(" AND ")})`;
  };

  const keys = new Map([["place", from.column(counting.place)]]);
  for (const [i, slice] of query.slices.entries()) keys.set(`slice${i}`, slice.sql(from));
  if (query.parentColumn) keys.set("parent", from.column(query.parentColumn));
  if (sums.length > 0 && "currency" in tableOf(model).columns) keys.set("currency", from.column("currency"));
  const family = from.foreignKey(rows.path.join("."));
  const isFamily = rows.path.length === 0;
  // Of open records no family is to be protected: only the count and the sums take them.
  const ofFamilies = isFamily ? "TRUE" : `${family} IS NOT NULL`;
  const measures = new Map([
    ["records", filtered("count(*)", ofFamilies)],
    ["taken", filtered("count(*)", taken, ofFamilies)],
    ["in_places", filtered("count(*)", where(query.inPlaces), ofFamilies)],
    ["in_slices", filtered("count(*)", where(query.inSlices), ofFamilies)],
    ["counted", filtered("count(*)", taken, also)],
    ...sums.map((column, i) => [`sum${i}`, filtered(`sum(${from.column(column)})`, taken, also)] as const),
    ["families", filtered(`array_agg(${isFamily ? "" : "DISTINCT "}${family})`, ofFamilies)],
  ]);
  const select = (condition: string, own: ReadonlyMap<string, string>, by: readonly string[]) => {
    const columns = [...own].map(([name, text]) => `${text} AS ${name}`);
    const groups = by.length > 0 ? `GROUP BY ${by.join(", ")}` : "HAVING count(*) > 0";
    return `SELECT ${columns.join(", ")} FROM ${from.sql} WHERE ${condition} ${groups}`;
  };
  const base = where(query.base);
  const all = new Map([...keys, ...measures]);
  const inSlices = where(query.inSlices);
  const isApart = query.areOpenApart === true && !isFamily && !from.isAlwaysOne("", rows.path[0] ?? "");
  const open = () => {
    const kept = [...keys].filter(([name]) => name === "parent" || name === "currency");
    const sum = sums.map((column, i) => [`sum${i}`, `sum(${from.column(column)})`] as const);
    const told = new Map([
      ...[...all.keys()].map((name) => [name, "NULL"] as const),
      ...kept,
      ["counted", "count(*)"],
      ...sum,
    ]);
    for (const name of ["records", "taken", "in_places", "in_slices"]) told.set(name, "0");
    const condition = `${base} AND NOT (${ofFamilies}) AND ${taken} AND ${also}`;
    return select(
      condition,
      told,
      kept.map(([, text]) => text),
    );
  };
  // Where no family is in the slices at all, nothing is told of any: then the table would be read for nothing.
  const hasFamilies = `coalesce((SELECT TRUE FROM ${from.sql} WHERE ${base} AND ${ofFamilies} AND ${inSlices} LIMIT 1), FALSE)`;
  const cells = isApart
    ? `${select(`${base} AND ${ofFamilies} AND ${hasFamilies}`, all, [...keys.values()])} UNION ALL ${open()}`
    : select(base, all, [...keys.values()]);
  const names = [...keys.keys()];
  const texts = [...measures.keys()].filter((name) => name !== "families").map((name) => `c.${name}::text AS ${name}`);
  const slices = query.slices.map((_, i) => `c.slice${i}::text AS slice${i}`);
  const zones = "(SELECT array_agg(z.zone_id) FROM zone_coverage z WHERE z.local_government_id = c.place) AS zones";
  const others = names.filter((name) => name === "parent" || name === "currency").map((name) => `c.${name}`);
  const selected = [...slices, ...others, ...texts, ...(query.withZones ? [zones] : [])];
  const place = isApart ? "coalesce(c.place, 0)" : "c.place";
  return `SELECT ${place} AS place, l.province_id AS province, l.region_id AS region, ${selected.join(", ")},
      CASE WHEN coalesce(cardinality(c.families), 0) < ${params.add(query.threshold, "int4")} THEN coalesce(c.families, '{}') END AS families
    FROM (${cells}) c ${isApart ? "LEFT JOIN" : "JOIN"} local_government l ON l.id = c.place
    ORDER BY ${["l.ubigeo", ...names.filter((name) => name !== "place").map((name) => `c.${name}`)].join(", ")}`;
}

/** A dimension by which the totals of a type may be narrowed. */
export function sliceOf(path: string, counting: Counting): Slice {
  const kind = counting.dimensions[path];
  if (!kind) throw new Error(`Totals may not be narrowed by ${path}.`);
  return kind === "year" ? byYear(path) : byValue(path);
}

export const byValue = (path: string): Slice => ({ name: `${path} value`, sql: (from) => from.column(path) });

export const byYear = (path: string): Slice => ({
  name: `${path} year`,
  sql: (from) => `extract(year FROM ${from.column(path)})::int4`,
});
