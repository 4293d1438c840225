import { compareDecimals } from "./compare.ts";
import { type AnalysisRow, countOf, distinctOf, keyOf, rankOf, shareOf, valueOfMeasure } from "./row.ts";

type Comparison = (a: AnalysisRow, b: AnalysisRow) => number;

/** Compares rows as asked, then by their keys in the order in which they are selected. What has no value comes last. */
export function compareRows(orderBy: readonly Record<string, unknown>[], keys: readonly string[]): Comparison {
  const asked = orderBy.map((item) => {
    const [[name = "", inner] = []] = Object.entries(item);
    if (name === "count") return byValue(countOf, inner);
    if (name === "share") return byValue(shareOf, inner);
    const [[part = "", direction] = []] = Object.entries(inner as object);
    if (name === "key") return byValue((row) => (keyOf(row, part) === null ? null : rankOf(row, part)), direction);
    if (name === "countDistinct") return byValue((row) => distinctOf(row, part), direction);
    return byValue((row) => valueOfMeasure(row, name, part), direction);
  });
  const byKeys = keys.map((key) => byValue((row) => rankOf(row, key), "asc"));
  const comparisons = [...asked, ...byKeys];
  return (a, b) => {
    for (const compare of comparisons) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function byValue(read: (row: AnalysisRow) => string | number | null, direction: unknown): Comparison {
  const sign = direction === "desc" ? -1 : 1;
  return (a, b) => {
    const left = read(a);
    const right = read(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compareDecimals(left, right);
  };
}
