// Conditions as SQL. A part that decides nothing is left out. One that decides all is not, since the parameters of the others were
// already given out and PostgreSQL refuses those that a statement does not use.

export function conjunction(parts: readonly string[]): string {
  return join(parts, "AND", "TRUE");
}

export function disjunction(parts: readonly string[]): string {
  return join(parts, "OR", "FALSE");
}

function join(parts: readonly string[], word: string, neutral: string): string {
  const [first, ...others] = parts.filter((part) => part !== neutral);
  if (first === undefined) return neutral;
  return others.length === 0 ? first : `(${[first, ...others].join(` ${word} `)})`;
}

export function negation(part: string): string {
  if (part === "TRUE") return "FALSE";
  return part === "FALSE" ? "TRUE" : `NOT (${part})`;
}

/** True unless the condition is false: unknown counts as true. */
export function notFalse(part: string): string {
  return part === "TRUE" || part === "FALSE" ? part : `(${part}) IS NOT FALSE`;
}

/** The parts of a Prisma object that are not undefined. */
export function given(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, part]) => part !== undefined);
}

/**
 * The parts of a Prisma object that has to ask something.
 *
 * @param place for the error: `Farm.hectares`
 */
export function said(place: string, value: object): [string, unknown][] {
  if (asksNothing(value)) throw new Error(`${place} is given nothing to ask, which Prisma drops.`);
  return given(value);
}

function asksNothing(value: object): boolean {
  return given(value).every(([key, part]) => isLogic(key) && asList(part).every(asksNothing));
}

function isLogic(key: string): boolean {
  return key === "AND" || key === "OR" || key === "NOT";
}

/** What Prisma takes one of or a list of. */
export function asList(value: unknown): object[] {
  return Array.isArray(value) ? value : [value as object];
}
