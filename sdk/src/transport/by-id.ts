import { type Exchange, makeOperation, mapExchange, type Operation } from "@urql/core";
import type { DocumentNode } from "graphql";

/** A document with the SHA-256 of its text, by which a server knows it where it is registered. */
export type IdentifiedDocument = DocumentNode & {
  documentId?: string;
  /** Of one without its text: whether no variable could name a family. */
  addressable?: boolean;
};

const bare = new WeakMap<DocumentNode, DocumentNode>();
const originals = new WeakMap<DocumentNode, DocumentNode>();

/**
 * Sends documents that have an id by that alone: all of them, or those without a text. It stands behind whatever reads
 * documents, such as a cache.
 */
export function byId(all: boolean): Exchange {
  return mapExchange({
    onOperation: (operation) =>
      all || !hasText(operation.query) ? withDocument(operation, bareOf(operation.query)) : operation,
    onResult: (result) => {
      const { operation } = result;
      return { ...result, operation: withDocument(operation, originals.get(operation.query) ?? operation.query) };
    },
  });
}

/** Whether there is anything to read of a document beside its id. */
function hasText({ definitions }: DocumentNode): boolean {
  return definitions.some((part) => "selectionSet" in part && (part.selectionSet?.selections.length ?? 0) > 0);
}

const withDocument = (operation: Operation, query: DocumentNode) =>
  makeOperation(operation.kind, { ...operation, query }, operation.context);

/** urql sends a document by its id when that is all there is of it. */
function bareOf(document: IdentifiedDocument): DocumentNode {
  const { documentId } = document;
  if (!documentId || document.definitions.length === 0) return document;
  let known = bare.get(document);
  if (!known) {
    const made: IdentifiedDocument = { kind: document.kind, definitions: [], documentId };
    known = made;
    bare.set(document, known);
    originals.set(known, document);
  }
  return known;
}
