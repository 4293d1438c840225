import { visitAll } from "./pause.ts";

/** The values in order of their keys, which are whole numbers below `keys`; a counting sort, for millions sort in one go would hold up the event loop. */
export async function sortByKey(
  values: Int32Array,
  keys: number,
  keyOf: (value: number) => number,
): Promise<Int32Array> {
  const next = new Uint32Array(keys + 1);
  await visitAll(values.length, (place) => {
    const after = keyOf(values[place] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  });
  await visitAll(keys, (key) => {
    next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  });
  const sorted = new Int32Array(values.length);
  await visitAll(values.length, (place) => {
    const value = values[place] ?? 0;
    const key = keyOf(value);
    const target = next[key] ?? 0;
    sorted[target] = value;
    next[key] = target + 1;
  });
  return sorted;
}
