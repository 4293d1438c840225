import { type Relation, tableOf } from "@chacra/prisma/tables";
import { quote } from "./params.ts";

/** The table of a model, by the name `t`, and those that its to-one relations lead to, each joined once. */
export class From {
  readonly model: string;
  readonly #joins: string[] = [];
  readonly #aliases = new Map<string, { alias: string; model: string }>();
  #others = 0;

  constructor(model: string) {
    this.model = model;
    this.#aliases.set("", { alias: "t", model });
  }

  get sql(): string {
    return [`${quote(tableOf(this.model).name)} t`, ...this.#joins].join(" ");
  }

  /** A column, by its path from the model: `plot.farm.regionId`. */
  column(path: string): string {
    const { alias, model, last } = this.#owner(path);
    const found = tableOf(model).columns[last];
    if (!found) throw new Error(`${model} has no column ${last}.`);
    return `${alias}.${quote(found.name)}`;
  }

  /** The id of the record that relations lead to, without joining its table. */
  foreignKey(path: string): string {
    if (path === "") return "t.id";
    const { alias, model, last } = this.#owner(path);
    const here = tableOf(model).relations[last]?.on.find(([, there]) => there === "id")?.[0];
    if (!here) throw new Error(`${model}.${last} is not a relation to one record by its id.`);
    return `${alias}.${quote(here)}`;
  }

  /**
   * Joins the record that a relation of the record at `path` leads to, where there is always one.
   *
   * @returns its alias; undefined where there may be none
   */
  joinOne(path: string, relation: string): string | undefined {
    const { model } = this.#reach(path);
    const found = tableOf(model).relations[relation];
    if (!found || found.many || isOptional(model, found)) return undefined;
    return this.#reach(path === "" ? relation : `${path}.${relation}`).alias;
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

  #owner(path: string): { alias: string; model: string; last: string } {
    const end = path.lastIndexOf(".");
    return { ...this.#reach(path.slice(0, Math.max(end, 0))), last: path.slice(end + 1) };
  }

  #reach(path: string): { alias: string; model: string } {
    const known = this.#aliases.get(path);
    if (known) return known;
    const { alias, model, last } = this.#owner(path);
    const relation = tableOf(model).relations[last];
    if (!relation) throw new Error(`${model} has no relation ${last}.`);
    const reached = { alias: `j${this.#aliases.size}`, model: relation.model };
    const on = relation.on.map(([here, there]) => `${reached.alias}.${quote(there)} = ${alias}.${quote(here)}`);
    this.#joins.push(
      `${isOptional(model, relation) ? "LEFT JOIN" : "JOIN"} ${quote(tableOf(relation.model).name)} ${reached.alias} ON ${on.join(" AND ")}`,
    );
    this.#aliases.set(path, reached);
    return reached;
  }
}

function isOptional(model: string, { on }: Relation): boolean {
  return Object.values(tableOf(model).columns).some(
    ({ name, nullable }) => nullable && on.some(([here]) => here === name),
  );
}
