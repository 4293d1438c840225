import { tableOf } from "@chacra/prisma/tables";
import { byValue, byYear, type Slice } from "../access/cells.ts";
import type { AnyObject } from "../builder.ts";
import type { ModelName } from "../connection/rows.ts";
import type { From } from "../sql/from.ts";
import { quote } from "../sql/params.ts";

/** Something that records can be grouped by. */
export interface Dimension {
  description: string;
  /** The GraphQL type of its values; of a record, the model and type that the value is the id of. */
  type: "Int" | "String" | "Boolean" | EnumType | RecordType;
  /** Whether records can be without a value. */
  nullable: boolean;
  /** What tells one value from another, in SQL. */
  sql(from: From): string;
  /** Whether a record can have several values, and is then counted in each. */
  overlaps?: true;
  /** The field of the record by which they are sorted, as text; of other values, that they are sorted as text. Else they sort as they are. */
  sortedBy?: string;
  /** The path of `where` that says what may be known of it. */
  path: string;
  /** How it cuts the places or the records in disclosure control. */
  cut: PlaceCut | SliceCut;
  /** What the values are parts of, in SQL: the regions of places. */
  whole?(from: From): string;
  /** A period that can be filled where it is empty. */
  period?: "year" | "quarter";
}

type EnumType = PothosSchemaTypes.EnumRef<never, string>;

export interface RecordType {
  model: ModelName;
  node: () => AnyObject;
}

/** By where records lie: the value can be told from the place. */
export interface PlaceCut {
  kind: "place";
  level: "region" | "province" | "localGovernment" | "zone";
}

/** By what records are; where a record has many values, the slice is the list of them. */
export interface SliceCut {
  kind: "slice";
  slice: Slice;
  many: boolean;
}

export const isRecord = (type: Dimension["type"]): type is RecordType => typeof type === "object" && "model" in type;

interface Options {
  description: string;
  nullable?: boolean;
}

/** An own value of the record, or of one that it leads to: an enum, a number, a yes or no. */
export function value(path: string, type: Dimension["type"], { description, nullable = false }: Options): Dimension {
  return {
    description,
    type,
    nullable,
    path,
    sql: (from) => from.column(path),
    cut: { kind: "slice", slice: byValue(path), many: false },
  };
}

/** A column that holds a calendar year. */
export function yearColumn(path: string, options: Options): Dimension {
  return { ...value(path, "Int", options), period: "year" };
}

/** The calendar year of a day. */
export function yearOf(path: string, { description, nullable = false }: Options): Dimension {
  const slice = byYear(path);
  return {
    description,
    type: "Int",
    nullable,
    path,
    sql: slice.sql,
    cut: { kind: "slice", slice, many: false },
    period: "year",
  };
}

/** The quarter of a day. */
export function quarterOf(path: string, { description, nullable = false }: Options): Dimension {
  const slice: Slice = { name: `${path} quarter`, sql: (from) => `to_char(${from.column(path)}, 'YYYY-"Q"Q')` };
  return {
    description: `${description} Written as 2020-Q3.`,
    type: "String",
    nullable,
    path,
    sql: slice.sql,
    sortedBy: "text",
    cut: { kind: "slice", slice, many: false },
    period: "quarter",
  };
}

/** A record of an open type that the record leads to. */
export function record(
  path: string,
  model: ModelName,
  code: string,
  node: () => AnyObject,
  { description, nullable = false }: Options,
): Dimension {
  const slice: Slice = { name: `${path} value`, sql: (from) => from.foreignKey(path) };
  return {
    description,
    type: { model, node },
    nullable,
    path,
    sql: slice.sql,
    sortedBy: code,
    cut: { kind: "slice", slice, many: false },
  };
}

/** A value of the rows of a to-many relation; a record with several different values is counted in each. */
export function each(relation: string, column: string, type: EnumType, description: string): Dimension {
  const values = (model: string) => {
    const { on, model: target } = tableOf(model).relations[relation] ?? {};
    const [here, there] = on?.[0] ?? [];
    const found = target ? tableOf(target) : undefined;
    const name = found?.columns[column]?.name;
    if (!found || !here || !there || !name) throw new Error(`${model} has no ${relation}.${column}.`);
    return { table: quote(found.name), here: `t.${quote(here)}`, there: quote(there), name: quote(name) };
  };
  return {
    description: `${description} A record with several is counted in each.`,
    type,
    nullable: true,
    overlaps: true,
    path: relation,
    sql(from) {
      const { table, here, there, name } = values(from.model);
      const alias = from.join(`(SELECT DISTINCT ${there} AS owner, ${name} AS value FROM ${table})`, (joined) => {
        return `${joined}.owner = ${here}`;
      });
      return `${alias}.value`;
    },
    cut: {
      kind: "slice",
      many: true,
      slice: {
        name: `${relation} ${column} values`,
        sql(from) {
          const { table, here, there, name } = values(from.model);
          const lists = `(SELECT ${there} AS owner, json_agg(DISTINCT ${name} ORDER BY ${name})::text AS list FROM ${table} GROUP BY 1)`;
          return `coalesce(${from.join(lists, (alias) => `${alias}.owner = ${here}`)}.list, '[null]')`;
        },
      },
    },
  };
}

/**
 * The dimensions of where a record lies.
 *
 * @param path from the record to the one that has a local government and a region: `farm.`, or nothing
 */
export function placesOf(path: string, nodes: PlaceNodes): Record<PlaceCut["level"], Dimension> {
  const level = (name: PlaceCut["level"]): PlaceCut => ({ kind: "place", level: name });
  const at = { path: `${path}localGovernment`, nullable: false };
  return {
    region: {
      ...at,
      path: `${path}region`,
      description: "The region.",
      type: { model: "Region", node: nodes.region },
      sql: (from) => from.column(`${path}regionId`),
      sortedBy: "ubigeo",
      cut: level("region"),
    },
    province: {
      ...at,
      description: "The province; null where the local government is that of a whole region.",
      type: { model: "Province", node: nodes.province },
      nullable: true,
      sql: (from) => from.column(`${path}localGovernment.provinceId`),
      sortedBy: "ubigeo",
      cut: level("province"),
      whole: (from) => from.column(`${path}regionId`),
    },
    localGovernment: {
      ...at,
      description: "The local government.",
      type: { model: "LocalGovernment", node: nodes.localGovernment },
      sql: (from) => from.column(`${path}localGovernmentId`),
      sortedBy: "ubigeo",
      cut: level("localGovernment"),
      whole: (from) => from.column(`${path}regionId`),
    },
    zone: {
      ...at,
      description:
        "The zone of intervention; null outside all zones. A district in several zones is counted in each of them.",
      type: { model: "Zone", node: nodes.zone },
      nullable: true,
      overlaps: true,
      sql(from) {
        const place = from.column(`${path}localGovernmentId`);
        return `${from.join("zone_coverage", (alias) => `${alias}.local_government_id = ${place}`)}.zone_id`;
      },
      sortedBy: "code",
      cut: level("zone"),
    },
  };
}

type PlaceNodes = Record<PlaceCut["level"], () => AnyObject>;
