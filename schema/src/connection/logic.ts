/** A condition as Prisma takes it; `{}` is met by every row. */
export type WhereValue = Record<string, unknown>;

/** What no row meets. */
const nothing: WhereValue = { OR: [] };

export const isEverything = (where: WhereValue): boolean => Object.keys(where).length === 0;

export function all(parts: WhereValue[]): WhereValue {
  const conditions = parts.filter((part) => !isEverything(part));
  return conditions.length === 1 ? (conditions[0] ?? {}) : conditions.length === 0 ? {} : { AND: conditions };
}

export function any(parts: WhereValue[]): WhereValue {
  return parts.some(isEverything) ? {} : { OR: parts };
}

/** Prisma drops `{}` wherever it stands, so its negation has to be said in another way. */
export function not(where: WhereValue): WhereValue {
  return isEverything(where) ? nothing : { NOT: where };
}

/** The parts of a `where` argument that say something: null counts as not given. */
export function given(value: WhereValue | null | undefined): [string, unknown][] {
  return Object.entries(value ?? {}).filter(([, part]) => part !== null && part !== undefined);
}
