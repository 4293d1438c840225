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
    slice: [...row.slice.map(String), row.currency ?? ""],
    records: Number(row.records),
    taken: Number(row.taken),
    inPlaces: Number(row.in_places),
    inSlices: Number(row.in_slices),
    counted: Number(row.counted),
    families: row.families ?? undefined,
    parent: row.parent,
    sums: Object.fromEntries(Object.keys(sums).map((column, i) => [column, row.sums[i] ?? null])),
  }));
}

interface RawRow {
  place: number;
  province: number | null;
  region: number;
  slice: (string | null)[];
  currency: string | null;
  parent: number | null;
  records: string;
  taken: string;
  in_places: string;
  in_slices: string;
  counted: string;
  families: number[] | null;
  sums: (string | null)[];
}

/**
 * First by family, then by place and slice: so families are counted once, and those of small atoms are named. Conditions are compiled
 * once and used as columns, for the same parameters stand in several of them.
 */
function cellStatement(model: string, policy: Policy, sums: readonly string[], query: CellQuery) {
  if (!isProtected(policy) || !policy.counting) throw new Error(`${policy.type} has no totals to protect.`);
  const from = new From(model);
  const place = from.column(policy.counting.placeColumn);
  const family = from.foreignKey(policy.rows.path);
  const slices = query.dimensions.map((field) => dimension(from, field, policy.counting as Counting));
  if (query.isSliced && query.parentColumn) slices.push(from.column({ path: [], column: query.parentColumn }));
  const parent = query.parentColumn ? from.column({ path: [], column: query.parentColumn }) : "NULL::int4";
  const hasCurrency = sums.length > 0 && "currency" in tableOf(model).columns;
  const currency = hasCurrency ? from.column({ path: [], column: "currency" }) : "''";

  const params = new Params();
  const condition = (where: WhereValue) => compileWhere(model, "t", where, params);
  const added = sums.map(
    (column, i) => `sum(${from.column({ path: [], column })}) FILTER (WHERE taken AND also) AS sum${i}`,
  );
  const sql = `
    SELECT q.place, l.province_id AS province, l.region_id AS region, q.slice, q.currency, q.parent,
      coalesce(sum(q.records) FILTER (WHERE q.family IS NOT NULL), 0)::text AS records,
      coalesce(sum(q.taken) FILTER (WHERE q.family IS NOT NULL), 0)::text AS taken,
      coalesce(sum(q.in_places) FILTER (WHERE q.family IS NOT NULL), 0)::text AS in_places,
      coalesce(sum(q.in_slices) FILTER (WHERE q.family IS NOT NULL), 0)::text AS in_slices,
      sum(q.counted)::text AS counted,
      CASE WHEN count(q.family) < ${params.add(query.threshold, "int4")}
        THEN coalesce(array_agg(q.family) FILTER (WHERE q.family IS NOT NULL), '{}') END AS families,
      ARRAY[${sums.map((_, i) => `sum(q.sum${i})::text`).join(", ")}]::text[] AS sums
    FROM (
      SELECT ${place} AS place, ${family} AS family, ARRAY[${slices.map((slice) => `${slice}::text`).join(", ")}]::text[] AS slice,
        ${currency}::text AS currency, ${parent} AS parent, count(*) AS records,
        count(*) FILTER (WHERE taken) AS taken, count(*) FILTER (WHERE in_places) AS in_places,
        count(*) FILTER (WHERE in_slices) AS in_slices,
        count(*) FILTER (WHERE taken AND also) AS counted${added.map((sum) => `, ${sum}`).join("")}
      FROM ${from.sql},
        LATERAL (SELECT ${condition(query.taken)} AS taken, ${condition(query.inPlaces)} AS in_places,
          ${condition(query.inSlices)} AS in_slices,
          ${condition(query.alsoCounted)} AS also) c
      WHERE ${condition(query.base)}
      GROUP BY 1, 2, 3, 4, 5
    ) q JOIN local_government l ON l.id = q.place
    GROUP BY 1, 2, 3, 4, 5, 6, l.ubigeo
    ORDER BY l.ubigeo, q.slice`;
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
