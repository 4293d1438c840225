import type { WhereValue } from "../../../../schema/src/connection/logic.ts";
import { graphMap } from "../_generated/graph-map.ts";
import { counts } from "../access.ts";
import type { Context } from "../context.ts";
import type { Analysed, Grouped } from "../graph-map.ts";
import { compareAt } from "../order.ts";
import type { Row } from "../record-store.ts";
import { compare, whereOf } from "../where.ts";
import type { CompareKeys, Group } from "./group.ts";
import { aggregates, countDifferent } from "./measures.ts";
import { panelOf } from "./panel.ts";
import { Reader } from "./reader.ts";

/** Which records an analysis looks at: those that meet a condition and, of an analysis by years, have them all. */
export interface Chosen {
  where?: WhereValue | null;
  from?: number;
  to?: number;
  /** Those whose value in a dimension is this object's id. */
  parent?: { by: Grouped; id: unknown } | undefined;
}

/** The records of an analysis in groups. */
export class Grouping {
  readonly analysis: Analysed;
  readonly groups: Group[];
  readonly #context: Context;
  readonly #reader: Reader;
  readonly #all: readonly Row[];

  /** @throws {GraphQLError} when an argument is wrong, or the caller may not filter by something */
  constructor(context: Context, name: string, keys: readonly string[], chosen: Chosen) {
    const analysis = graphMap.analyses[name];
    if (!analysis) throw new Error(`There is no analysis ${name}.`);
    const { store } = context;
    const { model, panel } = analysis;
    const { ways, isIn } = panelOf(store, panel, chosen);
    const asked = whereOf(context, model, chosen.where);
    const { parent } = chosen;
    this.#context = context;
    this.#reader = new Reader(store, ways);
    this.analysis = analysis;
    this.#all = store.all(model).filter((row) => {
      const isOfParent = !parent || this.#reader.values(row, parent.by.path).includes(parent.id);
      return isIn(row) && asked(row) && counts(context, model, row) && isOfParent;
    });
    this.groups = this.#grouped(keys);
  }

  /** A group of no records. */
  empty(key: ReadonlyMap<string, unknown>): Group {
    return this.#group(key, []);
  }

  /** Which of two values of a dimension comes first: of records, by their codes. */
  readonly compareKeys: CompareKeys = (name, one, other) => {
    const { record, path = [], period } = this.analysis.dimensions[name] ?? {};
    const number = (value: unknown) => String(value).replace("-Q", "");
    if (period) return compare(number(one), number(other), true);
    if (!record) return compareAt(this.analysis.model, path, one, other);
    const code = (id: unknown) => this.#context.store.byId(record.model, Number(id))?.[record.code];
    return compare(code(one), code(other), false);
  };

  #grouped(keys: readonly string[]): Group[] {
    const found = new Map<string, { key: Map<string, unknown>; rows: Row[] }>();
    if (keys.length === 0) found.set("[]", { key: new Map(), rows: [] });
    for (const row of this.#all) {
      for (const combination of this.#combinations(keys, row)) {
        const name = JSON.stringify(combination);
        const group = found.get(name) ?? { key: new Map(combination), rows: [] };
        found.set(name, group);
        group.rows.push(row);
      }
    }
    return [...found.values()].map(({ key, rows }) => this.#group(key, rows));
  }

  /** The keys of the groups that a record is in: several where it has several values. */
  #combinations(keys: readonly string[], row: Row): [string, unknown][][] {
    const [key, ...others] = keys;
    if (key === undefined) return [[]];
    const rest = this.#combinations(others, row);
    return this.#values(key, row).flatMap((value) => rest.map((one): [string, unknown][] => [[key, value], ...one]));
  }

  #values(key: string, row: Row): unknown[] {
    const { path = [], period, isDay } = this.analysis.dimensions[key] ?? {};
    const values = this.#reader.values(row, path);
    if (!isDay) return values;
    return values.map((day) => {
      const [year, month = 1] = String(day).split("-").map(Number);
      return day === null ? null : period === "year" ? year : `${year}-Q${Math.ceil(month / 3)}`;
    });
  }

  #group(key: ReadonlyMap<string, unknown>, rows: readonly Row[]): Group {
    const { measures, distinct } = this.analysis;
    const all = this.#all;
    return {
      key,
      count: rows.length,
      share: all.length === 0 ? null : rows.length / all.length,
      distinct: (name) => countDifferent(this.#reader, distinct[name] ?? [], rows),
      measure: (name) => {
        const measure = measures[name];
        if (!measure) throw new Error(`There is no measure ${name}.`);
        return aggregates(this.#reader, measure, rows, all);
      },
    };
  }
}
