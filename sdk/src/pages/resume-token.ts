/** Where a walk is in one connection: the cursor that the page was asked with, and how many of its items are done. */
export interface Place {
  cursor: string | null;
  index: number;
}

/** A place for each connection, from the outermost in; those that are not begun are left out. */
export type Position = readonly Place[];

export function tokenOf(at: string, position: Position): string {
  const text = JSON.stringify([at, ...position.map(({ cursor, index }) => [cursor, index])]);
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replace(/=+$/, "")
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

/** @throws {TypeError} when the text is no token, or one of another path */
export function positionOf(token: string, at: string, depth: number): Position {
  const [path, ...places] = contentOf(token);
  const position = places.map((place) => {
    const [cursor, index] = Array.isArray(place) ? place : [];
    if (cursor !== null && typeof cursor !== "string") throw wrong();
    if (typeof index !== "number" || !Number.isSafeInteger(index) || index < 0) throw wrong();
    return { cursor, index };
  });
  if (typeof path !== "string" || position.length > depth) throw wrong();
  if (path !== at) throw new TypeError(`The option resume is a token of other pages than those at "${at}".`);
  return position;
}

function contentOf(token: string): unknown[] {
  try {
    const bytes = Uint8Array.from(atob(token.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    const content: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (Array.isArray(content)) return content;
  } catch {}
  throw wrong();
}

function wrong(): TypeError {
  return new TypeError("The option resume is not a token that pages gave.");
}
