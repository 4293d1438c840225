import type { Analysis } from "./analysis.ts";

/** What stands in a row for each thing asked for; decimals as texts. */
export type Cell = string | number | boolean | null;

interface AskedColumns {
  /** Names of the dimensions to group by. */
  keys: readonly string[];
  /** The aggregates to work out, each `measure.aggregate`. */
  aggregates: readonly string[];
  distinct: readonly string[];
  /** Whether the families of each group are counted. */
  families: boolean;
}

/**
 * Where in a row each thing asked for stands. Rows come from the database as lists without names, and stay what they are: of
 * thousands of rows, making each into an object of its own took longer than grouping the records.
 */
export class Columns {
  /** The names that they have in SQL, in the order of a row. */
  readonly names: string[] = [];
  readonly analysis: Analysis;
  readonly parent: number;
  readonly count: number;
  readonly families: number | undefined;
  readonly keys: ReadonlyMap<string, number>;
  /** The places of the key's values among all values of their dimension. */
  readonly ranks: ReadonlyMap<string, number>;
  /** What the key's values are parts of. */
  readonly wholes: ReadonlyMap<string, number>;
  readonly distinct: ReadonlyMap<string, number>;
  /** Each aggregate of a measure; a share is worked out from the sum. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The currency of each measure of money. */
  readonly currencies: ReadonlyMap<string, number>;

  constructor(analysis: Analysis, { keys, aggregates, distinct, families }: AskedColumns) {
    this.analysis = analysis;
    this.parent = this.#add("parent");
    this.count = this.#add("count");
    this.families = families ? this.#add("families") : undefined;
    this.keys = this.#addAll("k", keys);
    this.ranks = this.#addAll("r", keys);
    this.wholes = this.#addAll("w", families ? keys.filter((key) => analysis.dimensions[key]?.whole) : []);
    this.distinct = this.#addAll("d", distinct);
    const asked = Map.groupBy(aggregates, (name) => name.split(".")[0] ?? "");
    this.values = new Map(
      [...asked].map(([measure, names], i) => {
        const parts = new Set(names.map((name) => columnOf(name.split(".")[1] ?? "")));
        return [measure, this.#addAll(`a${i}_`, [...parts])];
      }),
    );
    const monies = [...asked.keys()].filter((measure) => analysis.measures[measure]?.kind === "money");
    this.currencies = this.#addAll("c", monies);
  }

  value(measure: string, aggregate: string): number | undefined {
    return this.values.get(measure)?.get(columnOf(aggregate));
  }

  #addAll(letter: string, names: readonly string[]): ReadonlyMap<string, number> {
    return new Map(names.map((name, i) => [name, this.#add(`${letter}${i}`)]));
  }

  #add(name: string): number {
    return this.names.push(name) - 1;
  }
}

const columnOf = (aggregate: string): string => (aggregate === "share" ? "sum" : aggregate);
