import { given, type WhereValue } from "../connection/logic.ts";
import type { Counting } from "./policy.ts";

/** The `where` of a total, cut in two: what narrows it by place and dimensions alone, and the rest. */
export interface Narrowing {
  byCells: WhereValue;
  /** The part of `byCells` that names places, and the part that names dimensions. */
  byPlaces: WhereValue;
  byDimensions: WhereValue;
  rest: WhereValue;
  /** The dimensions, beside the place, that `byCells` names. */
  dimensions: string[];
}

/** Cuts a `where` along its outermost ANDs; a part that mixes places, dimensions or anything else goes to the rest. */
export function cutWhere(value: WhereValue | null | undefined, counting: Counting): Narrowing {
  const parts = conjuncts(value).map((part) => ({ part, touched: touches(part, counting) }));
  const byCells = parts.filter(({ touched }) => touched);
  return {
    byCells: { AND: byCells.map(({ part }) => part) },
    byPlaces: { AND: byCells.filter(({ touched }) => touched?.length === 0).map(({ part }) => part) },
    byDimensions: { AND: byCells.filter(({ touched }) => touched?.length !== 0).map(({ part }) => part) },
    rest: { AND: parts.filter(({ touched }) => !touched).map(({ part }) => part) },
    dimensions: [...new Set(byCells.flatMap(({ touched }) => touched ?? []))].sort(),
  };
}

function conjuncts(value: WhereValue | null | undefined): WhereValue[] {
  return given(value).flatMap(([key, condition]) =>
    key === "AND" ? (condition as WhereValue[]).flatMap(conjuncts) : [{ [key]: condition }],
  );
}

/** The dimensions that a condition names, none when it names places only; undefined when it is of no one kind. */
function touches(value: unknown, counting: Counting): string[] | undefined {
  const found = namesIn(value, counting, []);
  const isMixed = found?.includes(PLACE) && found.some((name) => name !== PLACE);
  return isMixed ? undefined : found?.filter((name) => name !== PLACE);
}

const PLACE = "";

function namesIn(value: unknown, counting: Counting, path: readonly string[]): string[] | undefined {
  const found: string[] = [];
  for (const [key, condition] of given(value as WhereValue)) {
    const inner = [...path, key];
    const name = inner.join(".");
    if (counting.places.includes(name)) {
      found.push(PLACE);
      continue;
    }
    if (name in counting.dimensions) {
      found.push(name);
      continue;
    }
    const isLogic = key === "AND" || key === "OR" || key === "NOT";
    const known = [...counting.places, ...Object.keys(counting.dimensions)];
    if (!isLogic && !known.some((other) => other.startsWith(`${name}.`))) return undefined;
    for (const part of isLogic ? (condition as unknown[]) : [condition]) {
      const touched = namesIn(part, counting, isLogic ? path : inner);
      if (!touched) return undefined;
      found.push(...touched);
    }
  }
  return found;
}
