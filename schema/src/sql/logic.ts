// Conditions as SQL. TRUE and FALSE are folded away: they would hide from the planner what else is asked.

export function conjunction(parts: readonly string[]): string {
  return join(parts, "AND", "TRUE", "FALSE");
}

export function disjunction(parts: readonly string[]): string {
  return join(parts, "OR", "FALSE", "TRUE");
}

function join(parts: readonly string[], word: string, neutral: string, decisive: string): string {
  if (parts.includes(decisive)) return decisive;
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

/** The parts of a Prisma object that say something. */
export function given(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, part]) => part !== undefined);
}
