/** A condition as Prisma takes it; `{}` is met by every row. */
export type WhereValue = Record<string, unknown>;

/** What every row meets. */
export const everything: WhereValue = {};

/** What no row meets. Said with the id that every model has: inside an AND Prisma drops an empty OR, and with it the condition. */
export const nothing: WhereValue = { id: { in: [] } };

export const isEverything = (where: WhereValue): boolean => Object.keys(where).length === 0;

export function all(parts: WhereValue[]): WhereValue {
  const conditions = parts.filter((part) => !isEverything(part));
  return conditions.length === 1 ? (conditions[0] ?? {}) : conditions.length === 0 ? {} : { AND: conditions };
}

export function any(parts: WhereValue[]): WhereValue {
  return parts.some(isEverything) ? {} : parts.length === 0 ? nothing : { OR: parts };
}

/** Prisma drops `{}` wherever it stands, so its negation has to be said in another way. */
export function not(where: WhereValue): WhereValue {
  return isEverything(where) ? nothing : { NOT: where };
}

/** The parts of a `where` argument that say something: null counts as not given. */
export function given(value: WhereValue | null | undefined): [string, unknown][] {
  return Object.entries(value ?? {}).filter(([, part]) => part !== null && part !== undefined);
}
