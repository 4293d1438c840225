import { createHash } from "node:crypto";
import { type DocumentNode, print, stripIgnoredCharacters } from "graphql";

/** The text of a document as it is sent, and the SHA-256 of that, by which servers know it that run registered documents. */
export function identified(document: DocumentNode): { text: string; id: string } {
  const text = stripIgnoredCharacters(print(document));
  return { text, id: idOf(text) };
}

/** The SHA-256 of a text. */
export function idOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
