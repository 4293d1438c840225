import type { Aggregate } from "./measures.ts";

/** A row of an analysis. */
export interface Group {
  /** What it is grouped by; the ids of records. */
  key: ReadonlyMap<string, unknown>;
  count: number;
  share: number | null;
  distinct: (name: string) => number;
  measure: (name: string) => Aggregate;
}

type Filter = Readonly<Record<string, unknown>>;

const given = (filter: unknown): [string, unknown][] =>
  Object.entries(Object(filter)).filter(([, part]) => part !== null && part !== undefined);

/** Whether a row meets a `having`; what has no value meets no comparison. */
export function meets(group: Group, having: Filter | null | undefined): boolean {
  return given(having).every(([name, condition]) => {
    const parts = () => (condition as Filter[]).map((part) => meets(group, part));
    if (name === "AND") return !parts().includes(false);
    if (name === "OR") return parts().includes(true);
    if (name === "NOT") return !parts().includes(true);
    if (name === "count" || name === "share") return compares(group[name], condition);
    return given(condition).every(([part, comparison]) => compares(partOf(group, name, part), comparison));
  });
}

/** The value by which rows are chosen or sorted: `countDistinct.farms`, `hectares.sum`. */
function partOf(group: Group, name: string, part: string): unknown {
  return name === "countDistinct" ? group.distinct(part) : group.measure(name)(part);
}

function compares(value: unknown, comparison: unknown): boolean {
  return given(comparison).every(([operator, operand]) => {
    if (operator === "isNull") return (value === null) === operand;
    if (value === null) return false;
    const order = Number(value) - Number(operand);
    const isIn = () => (operand as unknown[]).some((other) => Number(other) === Number(value));
    switch (operator) {
      case "equals":
        return order === 0;
      case "in":
        return isIn();
      case "notIn":
        return !isIn();
      case "lt":
        return order < 0;
      case "lte":
        return order <= 0;
      case "gt":
        return order > 0;
      default:
        return order >= 0;
    }
  });
}

/** What rows are sorted by, one after the other. */
interface Term {
  direction: unknown;
  read: (group: Group) => unknown;
  /** The name of the key that it reads. */
  key?: string;
}

/** Which of two values of a key comes first. */
export type CompareKeys = (name: string, one: unknown, other: unknown) => number;

/** Sorts rows as asked, then by their keys. What has no value comes last. */
export function sortGroups(groups: readonly Group[], orderBy: readonly Filter[], compareKeys: CompareKeys): Group[] {
  const keys = [...(groups[0]?.key.keys() ?? [])];
  const asked = orderBy.map((item): Term => {
    const [[name = "", inner] = []] = Object.entries(item);
    if (name === "count" || name === "share") return { direction: inner, read: (group: Group) => group[name] };
    const [[part = "", direction] = []] = Object.entries(Object(inner));
    if (name === "key") return byKey(part, direction);
    return { direction, read: (group: Group) => partOf(group, name, part) };
  });
  function byKey(name: string, direction: unknown): Term {
    return { direction, read: (group: Group) => group.key.get(name), key: name };
  }
  const terms = [...asked, ...keys.map((name) => byKey(name, "ASC"))];
  return [...groups].sort((a, b) => {
    for (const term of terms) {
      const [one, other] = [term.read(a), term.read(b)];
      if (one === null || other === null) {
        if (one !== other) return one === null ? 1 : -1;
        continue;
      }
      const order = term.key !== undefined ? compareKeys(term.key, one, other) : Number(one) - Number(other);
      if (order !== 0) return term.direction === "DESC" ? -order : order;
    }
    return 0;
  });
}
