/** A field of an object, by the text of its key: `"name":`. */
interface Part {
  prefix: string;
}

export const prefixOf = (key: string): string => `${JSON.stringify(key)}:`;

/** An object as JSON. */
export function objectText<P extends Part>(parts: readonly P[], write: (part: P) => string): string {
  let text = "";
  for (const part of parts) text += `${text === "" ? "" : ","}${part.prefix}${write(part)}`;
  return `{${text}}`;
}

/** A list as JSON. */
export function listText<T>(items: Iterable<T>, write: (item: T) => string): string {
  let text = "";
  for (const item of items) text += `${text === "" ? "" : ","}${write(item)}`;
  return `[${text}]`;
}
