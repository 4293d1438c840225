import { type Relation, type Table, tableOf } from "@chacra/prisma/tables";
import { quote } from "../sql/params.ts";
import { columnSql } from "./columns.ts";
import { list, type Piece, sql } from "./sql.ts";
import { Unplanned } from "./unplanned.ts";

/** Names that no two tables of one statement share. */
export class Aliases {
  #count = 0;

  next(): string {
    this.#count += 1;
    return `t${this.#count}`;
  }
}

/** The places of a row, and the tables that are joined for them: those of one table, and of what its to-one relations lead to. */
export class Shape {
  readonly model: string;
  readonly table: Table;
  readonly alias: string;
  readonly aliases: Aliases;
  readonly slots: Piece[];
  readonly joins: string[];
  /** Whether its rows are a page of all that there are. */
  areMany = false;
  readonly #known = new Map<string, number>();
  readonly #ones = new Map<string, { shape: Shape; presence: number }>();

  constructor(model: string, aliases: Aliases, within?: Shape) {
    this.model = model;
    this.table = model === "" ? { name: "", columns: {}, relations: {} } : tableOf(model);
    this.aliases = aliases;
    this.alias = aliases.next();
    this.slots = within?.slots ?? [];
    this.joins = within?.joins ?? [];
  }

  /**
   * Whether its rows are chosen before what their to-one relations lead to is joined: of many rows in an order that no index has, PostgreSQL
   * would join all and keep a page. Of the few rows that belong to one record it is not worth the trouble.
   */
  get isChosenFirst(): boolean {
    return this.areMany && this.joins.length > 0;
  }

  /** What has no table: each place stands for itself. */
  static root(aliases: Aliases): Shape {
    return new Shape("", aliases);
  }

  #isClosed = false;

  /** Nothing more can be added: the statement is whole. */
  close(): void {
    this.#isClosed = true;
  }

  /** The place of an expression. */
  add(piece: Piece): number {
    if (this.#isClosed) throw new Unplanned("what is found to be wanted only as the answer is written");
    return this.slots.push(piece) - 1;
  }

  /** The place of a column. */
  column(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const column = this.table.columns[name];
    if (!column) throw new Error(`${this.model} has no column ${name}.`);
    const slot = this.add(columnSql(`${this.alias}.${quote(column.name)}`, column));
    this.#known.set(name, slot);
    return slot;
  }

  has(name: string): boolean {
    return name in this.table.columns;
  }

  relation(name: string): Relation {
    const relation = this.table.relations[name];
    if (!relation) throw new Error(`${this.model} has no relation ${name}.`);
    return relation;
  }

  /** The row that a to-one relation leads to, joined once; its place of presence is empty where there is none. */
  one(name: string): { shape: Shape; presence: number } {
    const known = this.#ones.get(name);
    if (known) return known;
    const relation = this.relation(name);
    const shape = new Shape(relation.model, this.aliases, this);
    this.joins.push(`LEFT JOIN ${quote(shape.table.name)} ${shape.alias} ON ${on(relation, this.alias, shape.alias)}`);
    const joined = { shape, presence: shape.column("id") };
    this.#ones.set(name, joined);
    return joined;
  }
}

/** The condition that rows of a relation belong to a row. */
export function on(relation: Relation, here: string, there: string): string {
  return relation.on.map(([own, other]) => `${there}.${quote(other)} = ${here}.${quote(own)}`).join(" AND ");
}

/** Which rows of a shape's table to take, in which order. */
export interface Rows {
  where: readonly Piece[];
  /** Empty for the order in which they are found. */
  order: Piece;
  /** Joins that the order needs. */
  orderJoins: Piece;
  limit?: Piece;
  /** What else of the order goes on with rows that are chosen first, and the order then. */
  first?: { columns: Piece; order: Piece };
}

/** Selects the rows of a shape: first those that are wanted, then what hangs on them. */
export function select(shape: Shape, rows: Rows, as: (columns: Piece) => Piece): Piece {
  const { alias, table, joins, slots } = shape;
  const { where, order, orderJoins, limit, first } = rows;
  const columns = as(sql`${list(slots)}`);
  const from = sql`${quote(table.name)} ${alias}`;
  const joined = joins.map((join) => ` ${join}`);
  const end = sql`${orderJoins} WHERE ${list(where, " AND ")} ${order}${limit ? [" LIMIT ", limit] : []}`;
  if (!first || !shape.isChosenFirst) return sql`SELECT ${columns} FROM ${from}${joined} ${end}`;
  return sql`SELECT ${columns} FROM (SELECT ${alias}.*${first.columns} FROM ${from} ${end}) ${alias}${joined} ${first.order}`;
}
