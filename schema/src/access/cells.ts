import type { PrismaClient } from "@chacra/prisma";
import { tableOf } from "@chacra/prisma/tables";
import type { Connection } from "../connection/connection.ts";
import type { WhereValue } from "../connection/logic.ts";
import { Params, quote } from "../sql/params.ts";
import { compileWhere } from "../sql/where.ts";
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
  dimensions: readonly string[];
  parentColumn: string | undefined;
  /** Whether the parents are a dimension, rather than places. */
  isSliced: boolean;
  threshold: number;
}

/** Reads the table of a total: one statement, whatever the number of parents. */
export async function readCells(prisma: PrismaClient, target: Connection, query: CellQuery): Promise<CellRow[]> {
  const { sums = {}, model, policy } = target;
  const { sql, values } = cellStatement(model, policy, Object.keys(sums), query);
  const rows = await prisma.$queryRawUnsafe<RawRow[]>(sql, ...values);
  return rows.map((row) => ({
    place: row.place,
    province: row.province ?? `region ${row.region}`,
    region: row.region,
    slice: [
      ...query.dimensions.map((_, i) => String(row[`slice${i}`])),
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
    sums: Object.fromEntries(Object.keys(sums).map((column, i) => [column, (row[`sum${i}`] as string | null) ?? null])),
  }));
}

interface RawRow {
  place: number;
  province: number | null;
  region: number;
  currency?: string;
  parent?: number;
  records: string;
  taken: string;
  in_places: string;
  in_slices: string;
  counted: string;
  families: number[] | null;
  /** `slice0`, `slice1` ..., and `sum0`, `sum1` ... */
  [column: string]: unknown;
}

/**
 * Groups first by family, then by place and slice: so families are counted once, and those of small atoms are named. Where each
 * record is a family of its own, once is enough.
 */
function cellStatement(model: string, policy: Policy, sums: readonly string[], query: CellQuery) {
  if (!isProtected(policy) || !policy.counting) throw new Error(`${policy.type} has no totals to protect.`);
  const { counting, rows } = policy;
  const from = new From(model);
  const own = (column: string) => from.column({ path: [], column });
  const params = new Params();
  const where = (condition: WhereValue) => compileWhere(model, "t", condition, params);
  const [taken, also] = [where(query.taken), where(query.alsoCounted)];
  const filtered = (aggregate: string, ...conditions: string[]) => {
    const said = conditions.filter((condition) => condition !== "TRUE");
    return said.length === 0 ? aggregate : `${aggregate} FILTER (WHERE ${said.join(" AND ")})`;
  };

  const keys = new Map([["place", from.column(counting.placeColumn)]]);
  for (const [i, field] of query.dimensions.entries()) keys.set(`slice${i}`, dimension(from, field, counting));
  if (query.parentColumn) keys.set("parent", own(query.parentColumn));
  if (sums.length > 0 && "currency" in tableOf(model).columns) keys.set("currency", own("currency"));
  const measures = new Map([
    ["records", "count(*)"],
    ["taken", filtered("count(*)", taken)],
    ["in_places", filtered("count(*)", where(query.inPlaces))],
    ["in_slices", filtered("count(*)", where(query.inSlices))],
    ["counted", filtered("count(*)", taken, also)],
    ...sums.map((column, i) => [`sum${i}`, filtered(`sum(${own(column)})`, taken, also)] as const),
  ]);

  const family = from.foreignKey(rows.path);
  const isFamily = rows.path.length === 0;
  const base = where(query.base);
  const columns = (named: Map<string, string>) => [...named].map(([name, text]) => `${text} AS ${name}`);
  const byFamily = `SELECT ${[...columns(keys), `${family} AS family`, ...columns(measures)].join(", ")}
    FROM ${from.sql} WHERE ${base} GROUP BY ${[...keys.values(), family].join(", ")}`;

  // Of open records no family is to be protected: only the count and the sums take them.
  const ofFamilies = (name: string) => `coalesce(sum(q.${name}) FILTER (WHERE q.family IS NOT NULL), 0) AS ${name}`;
  const names = [...keys.keys()];
  const outer = [
    ...names.map((name) => `q.${name}`),
    ...["records", "taken", "in_places", "in_slices"].map(ofFamilies),
    ...["counted", ...sums.map((_, i) => `sum${i}`)].map((name) => `sum(q.${name}) AS ${name}`),
    "count(q.family) AS many",
    "array_agg(q.family) FILTER (WHERE q.family IS NOT NULL) AS families",
  ];
  const cells = isFamily
    ? `SELECT ${[...columns(keys), ...columns(measures), "count(*) AS many", "array_agg(t.id) AS families"].join(", ")}
      FROM ${from.sql} WHERE ${base} GROUP BY ${[...keys.values()].join(", ")}`
    : `SELECT ${outer.join(", ")} FROM (${byFamily}) q GROUP BY ${names.map((name) => `q.${name}`).join(", ")}`;
  const texts = [...measures.keys()].map((name) => `c.${name}::text AS ${name}`);
  const slices = query.dimensions.map((_, i) => `c.slice${i}::text AS slice${i}`);
  const others = names.filter((name) => name === "parent" || name === "currency").map((name) => `c.${name}`);
  const sql = `SELECT c.place, l.province_id AS province, l.region_id AS region, ${[...slices, ...others, ...texts].join(", ")},
      CASE WHEN c.many < ${params.add(query.threshold, "int4")} THEN coalesce(c.families, '{}') END AS families
    FROM (${cells}) c JOIN local_government l ON l.id = c.place
    ORDER BY ${["l.ubigeo", ...names.filter((name) => name !== "place").map((name) => `c.${name}`)].join(", ")}`;
  return { sql, values: params.values };
}

function dimension(from: From, field: string, { dimensions }: Counting): string {
  const column = from.column({ path: [], column: field });
  return dimensions[field] === "year" ? `extract(year FROM ${column})::int4` : column;
}

/** The table of a model and those that its to-one relations lead to, each joined once. */
class From {
  readonly #model: string;
  readonly #joins: string[] = [];
  readonly #aliases = new Map<string, { alias: string; model: string }>();

  constructor(model: string) {
    this.#model = model;
    this.#aliases.set("", { alias: "t", model });
  }

  get sql(): string {
    return [`${quote(tableOf(this.#model).name)} t`, ...this.#joins].join(" ");
  }

  column({ path, column }: { path: readonly string[]; column: string }): string {
    const { alias, model } = this.#reach(path);
    const { columns } = tableOf(model);
    const found = columns[column];
    if (!found) throw new Error(`${model} has no column ${column}.`);
    return `${alias}.${quote(found.name)}`;
  }

  /** The id of the record that relations lead to, without joining its table. */
  foreignKey(path: readonly string[]): string {
    const last = path.at(-1);
    if (last === undefined) return "t.id";
    const { alias, model } = this.#reach(path.slice(0, -1));
    const here = tableOf(model).relations[last]?.on.find(([, there]) => there === "id")?.[0];
    if (!here) throw new Error(`${model}.${last} is not a relation to one record by its id.`);
    return `${alias}.${quote(here)}`;
  }

  #reach(path: readonly string[]): { alias: string; model: string } {
    const key = path.join(".");
    const known = this.#aliases.get(key);
    if (known) return known;
    const { alias, model } = this.#reach(path.slice(0, -1));
    const relation = tableOf(model).relations[path.at(-1) ?? ""];
    if (!relation) throw new Error(`${model} has no relation ${path.at(-1)}.`);
    const reached = { alias: `j${this.#aliases.size}`, model: relation.model };
    const on = relation.on.map(([here, there]) => `${reached.alias}.${quote(there)} = ${alias}.${quote(here)}`);
    this.#joins.push(`JOIN ${quote(tableOf(relation.model).name)} ${reached.alias} ON ${on.join(" AND ")}`);
    this.#aliases.set(key, reached);
    return reached;
  }
}
