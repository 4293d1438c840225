import type { Path } from "../graph-map.ts";
import type { RecordStore, Row } from "../record-store.ts";
import { exact } from "../values.ts";

/** Reads records at the end of paths. */
export class Reader {
  readonly #store: RecordStore;
  /** Ways by other names than relations. */
  readonly #ways: ReadonlyMap<string, (row: Row) => Row | undefined>;

  constructor(store: RecordStore, ways: ReadonlyMap<string, (row: Row) => Row | undefined> = new Map()) {
    this.#store = store;
    this.#ways = ways;
  }

  /** The different values of a column, null where the path leads nowhere; several where it leads through a relation to many. */
  values(row: Row, path: Path): unknown[] {
    let rows: readonly Row[] = [row];
    for (const step of path.slice(0, -1)) rows = rows.flatMap((one) => [...this.#step(one, step)]);
    const values = new Set(rows.map((one) => one[path.at(-1) ?? ""]));
    return values.size > 0 ? [...values] : [null];
  }

  value(row: Row, path: Path): unknown {
    return this.values(row, path)[0];
  }

  /** The product of some columns; null where one has no value. */
  product(row: Row, paths: readonly Path[]): number | null {
    const values = paths.map((path) => this.value(row, path));
    return values.includes(null) ? null : exact(values.reduce<number>((product, value) => product * Number(value), 1));
  }

  #step(row: Row, step: string): readonly Row[] {
    const way = this.#ways.get(step);
    if (!way) return this.#store.many(row, step);
    const found = way(row);
    return found ? [found] : [];
  }
}
