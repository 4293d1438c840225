/** The values of a statement, each of which becomes a parameter and never text, and the names that its parts give to tables. */
export class Params {
  readonly values: unknown[] = [];
  #aliases = 0;

  /** @param type PostgreSQL's type of the value; `[]` at its end makes it a list */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type.endsWith("[]") ? `${quote(type.slice(0, -2))}[]` : quote(type)}`;
  }

  /** A name for a table that no other part of the statement has. */
  alias(): string {
    this.#aliases += 1;
    return `r${this.#aliases}`;
  }
}

/** An identifier as SQL takes it; only names of the data model come here. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
