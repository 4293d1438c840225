/** The values of a statement: each becomes a parameter, never text. */
export class Params {
  readonly values: unknown[] = [];

  /** @param type PostgreSQL's type of the value */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type.endsWith("[]") ? `${quote(type.slice(0, -2))}[]` : quote(type)}`;
  }
}

/** An identifier as SQL takes it; only names of the data model come here. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
