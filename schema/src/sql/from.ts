import { type Relation, tableOf } from "@chacra/prisma/tables";
import { quote } from "./params.ts";

/** The table of a model, by the name `t`, and those that its to-one relations lead to, each joined once. */
export class From {
  readonly model: string;
  readonly #joins: string[] = [];
  readonly #aliases = new Map([["", "t"]]);
  #others = 0;

  constructor(model: string) {
    this.model = model;
  }

  get sql(): string {
    return [`${quote(tableOf(this.model).name)} t`, ...this.#joins].join(" ");
  }

  /** A column, by its path from the model: `plot.farm.regionId`. */
  column(path: string): string {
    const { owner, last } = split(path);
    const model = this.#modelAt(owner);
    const found = tableOf(model).columns[last];
    if (!found) throw new Error(`${model} has no column ${last}.`);
    return this.columnOf(owner, found.name);
  }

  /** The id of the record that relations lead to, without joining its table. */
  foreignKey(path: string): string {
    if (path === "") return "t.id";
    const { owner, last } = split(path);
    const model = this.#modelAt(owner);
    const here = tableOf(model).relations[last]?.on.find(([, there]) => there === "id")?.[0];
    if (!here) throw new Error(`${model}.${last} is not a relation to one record by its id.`);
    return this.columnOf(owner, here);
  }

  /** A column of the record that relations lead to, by its name in the database; a copy of it, where a record on the way has one. */
  columnOf(path: string, name: string): string {
    const steps = path === "" ? [] : path.split(".");
    for (const index of steps.keys()) {
      const near = steps.slice(0, index).join(".");
      const copy = tableOf(this.#modelAt(near)).copies?.[[...steps.slice(index), name].join(".")];
      if (copy) return `${this.#reach(near)}.${quote(copy)}`;
    }
    return `${this.#reach(path)}.${quote(name)}`;
  }

  /** Whether there is always one record where a relation of the record at `path` leads. */
  isAlwaysOne(path: string, relation: string): boolean {
    const model = this.#modelAt(path);
    const found = tableOf(model).relations[relation];
    return found !== undefined && !found.many && !isOptional(model, found);
  }

  /** Joins what may have several rows for one, or none. @returns the alias */
  join(table: string, on: (alias: string) => string): string {
    this.#others += 1;
    const alias = `m${this.#others}`;
    this.#joins.push(`LEFT JOIN ${table} ${alias} ON ${on(alias)}`);
    return alias;
  }

  /** Joins exactly one row. */
  joinAs(alias: string, table: string, on: string): void {
    this.#joins.push(`JOIN ${table} ${alias} ON ${on}`);
  }

  #modelAt(path: string): string {
    const steps = path === "" ? [] : path.split(".");
    return steps.reduce((model, step) => {
      const relation = tableOf(model).relations[step];
      if (!relation) throw new Error(`${model} has no relation ${step}.`);
      return relation.model;
    }, this.model);
  }

  /** The alias of the record that relations lead to, which is joined where it is not yet. */
  #reach(path: string): string {
    const known = this.#aliases.get(path);
    if (known) return known;
    const { owner, last } = split(path);
    const model = this.#modelAt(owner);
    const relation = tableOf(model).relations[last];
    if (!relation) throw new Error(`${model} has no relation ${last}.`);
    // The owner first: it may have to be joined itself, and takes a name then.
    const pairs = relation.on.map(([here, there]) => [this.columnOf(owner, here), quote(there)] as const);
    const alias = `j${this.#aliases.size}`;
    const on = pairs.map(([here, there]) => `${alias}.${there} = ${here}`);
    const join = isOptional(model, relation) ? "LEFT JOIN" : "JOIN";
    this.#joins.push(`${join} ${quote(tableOf(relation.model).name)} ${alias} ON ${on.join(" AND ")}`);
    this.#aliases.set(path, alias);
    return alias;
  }
}

function split(path: string): { owner: string; last: string } {
  const end = path.lastIndexOf(".");
  return { owner: path.slice(0, Math.max(end, 0)), last: path.slice(end + 1) };
}

function isOptional(model: string, { on }: Relation): boolean {
  return Object.values(tableOf(model).columns).some(
    ({ name, nullable }) => nullable && on.some(([here]) => here === name),
  );
}
