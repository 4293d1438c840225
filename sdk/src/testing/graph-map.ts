import type { FieldRule, RowRule } from "../../../schema/src/access/policy.ts";
import type { Role } from "../../../schema/src/access/viewer.ts";

/** How the types of the graph hang on records: made from the server's own schema, so that nothing of it is said twice. */
export interface GraphMap {
  models: Readonly<Record<string, Model>>;
  /** How a field finds its value, by its coordinate, such as `Farm.plots`. */
  fields: Readonly<Record<string, Field>>;
  connections: Readonly<Record<string, Connection>>;
  analyses: Readonly<Record<string, Analysed>>;
  /** The lines of the fact sheet, by their codes. */
  figures: Readonly<Record<string, Figure>>;
  /** What `where` takes, by model and field. */
  conditions: Readonly<Record<string, Readonly<Record<string, Condition>>>>;
  /** What `orderBy` takes, by model. */
  orders: Readonly<Record<string, Order>>;
  /** What a role gets of a field, by coordinate; where it is not said, everyone gets all. */
  rights: Readonly<Record<string, FieldRule>>;
  /** Types that may be asked about. */
  governed: readonly string[];
  /** The smallest number of families that a role's totals may tell of. */
  thresholds: Readonly<Record<Role, number>>;
  /** Of which models records speak of families, and how they lead to them. */
  rows: Readonly<Record<string, Rows>>;
}

export interface Model {
  columns: Readonly<Record<string, Column>>;
  relations: Readonly<Record<string, Relation>>;
}

export interface Column {
  isNumber?: true;
  /** Of an enum, in the order by which they are sorted. */
  values?: readonly string[];
  isNullable?: true;
  /** What a record has that says nothing. */
  standard?: string | boolean;
  /** A text of another column, folded for searching or for sorting. */
  folded?: { from: string; for: "search" | "sort" };
}

/** Records of a model whose column `there` equals the column `here`. */
export interface Relation {
  model: string;
  isMany: boolean;
  here: string;
  there: string;
}

/** Columns to sort by, at the end of a path of relations. */
export type Sorting = readonly { path: readonly string[]; direction: "asc" | "desc" }[];

export type Field =
  | { kind: "column"; column: string }
  | { kind: "id" }
  | { kind: "one"; relation: string }
  /** A list without pages; `through` leads on from the rows of a join table. */
  | { kind: "many"; relation: string; sorting: Sorting; through?: string }
  | { kind: "connection"; connection: string; relation?: string }
  | { kind: "found"; model: string; by: string }
  /** All records of a model whose columns have these values. */
  | { kind: "all"; model: string; where: Readonly<Record<string, unknown>>; sorting: Sorting }
  | { kind: "money"; amount: string }
  | { kind: "point" }
  | { kind: "partialDate"; date: string; precision: string }
  /** An object of some of the record's columns. */
  | { kind: "part"; columns: Readonly<Record<string, string>> }
  /** The first of these relations that leads anywhere. */
  | { kind: "union"; relations: readonly string[] }
  /** Measures of all records, or of those whose value in a dimension is the object. */
  | { kind: "analysis"; analysis: string; by?: Grouped }
  | { kind: "own" };

export interface Connection {
  /** The model whose rows are the edges. */
  model: string;
  /** Where these are of a join table: what leads on to the node. */
  node?: string;
  /** The model of the nodes, which `where` and `orderBy` speak of. */
  of: string;
  sums: Readonly<Record<string, "number" | "money">>;
  /** Facts about an edge: a column, or a relation. */
  edge: readonly string[];
}

export type Condition =
  | { kind: "value"; column: string; search?: string }
  | { kind: "one"; relation: string; isOptional?: true }
  | { kind: "many"; relation: string; through?: string };

export interface Order {
  standard: Readonly<Record<string, "asc" | "desc">>;
  fields: Readonly<Record<string, Sortable>>;
}

export type Sortable = { via: string } | { column: string; isNullable?: true; isUnique?: true };

/** Of records that speak of a family: the way to it. */
export type Rows = Extract<RowRule, { path: readonly string[] }>;

/** From a record to a column: relations, and the column. */
export type Path = readonly string[];

/** What records can be measured by. */
export interface Analysed {
  model: string;
  dimensions: Readonly<Record<string, Grouped>>;
  measures: Readonly<Record<string, Measured>>;
  /** Columns whose different values are counted. */
  distinct: Readonly<Record<string, Path>>;
  /** Names of the first and the last year's income of a family, of those alone that have every year between. */
  panel?: readonly string[];
}

/** What records can be grouped by; where the path leads through a relation to many, by each of several values. */
export interface Grouped {
  path: Path;
  /** The field whose right says who may group by it. */
  field: string;
  /** The values are ids of these. */
  record?: { model: string; code: string };
  period?: "year" | "quarter";
  /** Whether the column holds a day, of which the period is taken. */
  isDay?: true;
}

/** Columns, which are multiplied where there are several. */
export interface Measured {
  kind: "number" | "money" | "ratio" | "change";
  above: readonly Path[];
  below?: readonly Path[];
  currency?: Path;
}

/** How a line of the fact sheet comes out of the records; in texts, `{from}`, `{to}`, `"{year}"` and `"{lastYear}"` stand for the period's. */
export interface Figure {
  definition: string;
  formula: string;
  connection: string;
  where: Readonly<Record<string, unknown>>;
  measure:
    | { kind: "analysis"; analysis: string; read: string; key?: string; inPercent?: true; isByYears?: true }
    | { kind: "count" | "rank" }
    | { kind: "distinct"; column: string };
  indicators?: readonly string[];
  /** The `where`, as it stands in a query; where the figure is by years, of one year. */
  filter: string;
  /** A query that lists the records, with `{where}` in place of that. */
  query: string;
}
