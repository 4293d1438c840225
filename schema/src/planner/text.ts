/** A field of an object, by the text of its key: `"name":`. */
interface Part<Given extends unknown[]> {
  prefix: string;
  write(...given: Given): string;
}

export const prefixOf = (key: string): string => `${JSON.stringify(key)}:`;

/** Writes objects as JSON, field by field. */
export function objectText<Given extends unknown[]>(parts: readonly Part<Given>[]): (...given: Given) => string {
  // With their commas and braces, so that nothing is decided for each object.
  const prefixes = parts.map(({ prefix }, i) => (i === 0 ? "{" : ",") + prefix);
  const writers = parts.map(({ write }) => write);
  if (parts.length === 0) return () => "{}";
  return (...given) => {
    let text = "";
    for (let i = 0; i < writers.length; i += 1) text += prefixes[i] + (writers[i] as Part<Given>["write"])(...given);
    return `${text}}`;
  };
}

/** A list as JSON. */
export function listText<T>(items: Iterable<T>, write: (item: T) => string): string {
  let text = "";
  for (const item of items) text += text === "" ? write(item) : `,${write(item)}`;
  return `[${text}]`;
}
