import { graphMap } from "./_generated/graph-map.ts";
import programme from "./_generated/programme.json" with { type: "json" };
import type { Records } from "./_generated/records.ts";
import { folded } from "./folded.ts";
import type { Model } from "./graph-map.ts";

/**
 * Records to put into the programme of a test server, by model. One whose `id` is there already is changed in what is given;
 * another is added, and needs everything but what may be null, and `provenance`.
 *
 * @example
 * ```ts
 * import { createTestServer, type ProgrammeRecords } from "@chacra/sdk/testing";
 *
 * const poorer: ProgrammeRecords = { Family: [{ id: 1, povertyLikelihood: 95.5 }] };
 * const server = createTestServer({ programme: poorer });
 * ```
 */
export type ProgrammeRecords = {
  readonly [Model in keyof Records]?: readonly (Partial<Records[Model]> & { id: number })[];
};

/** A record, with the texts that are searched and sorted by. */
export type Row = Readonly<Record<string, unknown>>;

/** The records of a programme, and the ways between them. */
export class RecordStore {
  readonly #rows = new Map<string, Map<unknown, Row>>();
  readonly #models = new WeakMap<object, string>();
  readonly #found = new Map<string, Map<unknown, Row[]>>();

  /** @throws {TypeError} when a record is not one of the programme's, or points at one that is not there */
  constructor(changes: ProgrammeRecords) {
    for (const model of Object.keys(graphMap.models)) this.#rows.set(model, new Map());
    const packed: Record<string, { columns: string[]; rows: unknown[][] }> = programme;
    for (const [model, { columns, rows }] of Object.entries(packed)) {
      for (const row of rows) this.#put(model, Object.fromEntries(columns.map((column, i) => [column, row[i]])));
    }
    for (const [model, records] of Object.entries(changes)) {
      for (const record of records) this.#put(model, this.#checked(model, record));
    }
    if (Object.keys(changes).length > 0) this.#checkRelations();
  }

  /** All records of a model, in the order of their ids. */
  all(model: string): readonly Row[] {
    return this.#list(model, "");
  }

  /** The model of a record; undefined for what is none of this programme's. */
  modelOf(value: unknown): string | undefined {
    return typeof value === "object" && value !== null ? this.#models.get(value) : undefined;
  }

  byId(model: string, id: number): Row | null {
    return this.#rows.get(model)?.get(id) ?? null;
  }

  /** The record that a relation leads to. */
  one(row: Row, relation: string): Row | null {
    return this.many(row, relation)[0] ?? null;
  }

  many(row: Row, relation: string): readonly Row[] {
    const { model, here, there } = this.relation(row, relation);
    return row[here] === null ? [] : this.#list(model, there, row[here]);
  }

  /** The records that a relation leads to from each of some. */
  onward(rows: readonly Row[], relation: string): Row[] {
    return rows.map((row) => this.one(row, relation)).filter((row) => row !== null);
  }

  relation(row: Row, relation: string) {
    const found = graphMap.models[this.#models.get(row) ?? ""]?.relations[relation];
    if (!found) throw new Error(`The record has no relation ${relation}.`);
    return found;
  }

  #list(model: string, column: string, value?: unknown): readonly Row[] {
    const name = `${model}.${column}`;
    let lists = this.#found.get(name);
    if (!lists) {
      lists = new Map();
      const rows = [...(this.#rows.get(model)?.values() ?? [])].sort((a, b) => Number(a.id) - Number(b.id));
      for (const row of rows) {
        const key = column === "" ? undefined : row[column];
        const list = lists.get(key);
        if (list) list.push(row);
        else lists.set(key, [row]);
      }
      this.#found.set(name, lists);
    }
    return lists.get(value) ?? [];
  }

  #put(model: string, record: Row): void {
    const row: Record<string, unknown> = { ...record };
    for (const [name, { folded: how }] of Object.entries(modelNamed(model).columns))
      if (how) row[name] = folded(row[how.from], how.for);
    this.#rows.get(model)?.set(row.id, Object.freeze(row));
    this.#models.set(row, model);
  }

  /** A record of the test's as a whole one. */
  #checked(model: string, given: object): Row {
    const { columns } = modelNamed(model);
    const record: Row = { ...given };
    const own = Object.entries(columns).filter(([, { folded: how }]) => !how);
    if (!Number.isInteger(record.id)) throw new TypeError(`A record of ${model} needs its id, a whole number.`);
    const known = own.map(([name]) => name);
    const unknown = Object.keys(record).find((name) => !known.includes(name));
    if (unknown) throw new TypeError(`${model} has no ${unknown}. It has ${known.join(", ")}.`);
    const old = this.byId(model, Number(record.id));
    const whole = {
      ...(old ?? Object.fromEntries(own.map(([name, column]) => [name, standardOf(column)]))),
      ...record,
    };
    const missing = own.flatMap(([name]) => (whole[name] === undefined ? [name] : []));
    if (missing.length > 0) throw new TypeError(`${model} ${record.id} is new and needs ${missing.join(", ")}.`);
    return whole;
  }

  #checkRelations(): void {
    for (const [model, rows] of this.#rows) {
      const relations = Object.values(modelNamed(model).relations).filter(({ isMany }) => !isMany);
      for (const row of rows.values()) {
        for (const { model: target, here } of relations) {
          if (row[here] !== null && !this.#rows.get(target)?.has(row[here]))
            throw new TypeError(`${model} ${row.id} has ${here} ${row[here]}, and there is no such ${target}.`);
        }
      }
    }
  }
}

function modelNamed(model: string): Model {
  const found = graphMap.models[model];
  if (!found) throw new TypeError(`There is no model ${model}. There are ${Object.keys(graphMap.models).join(", ")}.`);
  return found;
}

function standardOf({ isNullable, standard }: Model["columns"][string]): unknown {
  return standard ?? (isNullable ? null : undefined);
}
