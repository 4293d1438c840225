import { parse } from "@0no-co/graphql.web";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";

/**
 * A document from its text, which is a third of its size, and from the SHA-256 of that, by which servers know it that run
 * registered documents; the types of both come from the same file.
 *
 * @public called by the generated operations
 */
export function readyDocument<Data, Variables>(text: string, documentId: string): TypedDocumentNode<Data, Variables> {
  return Object.assign(parse(text), { documentId });
}
