import { Kind, OperationTypeNode, parse } from "@0no-co/graphql.web";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { OperationDefinitionNode } from "graphql";

/**
 * A document from its text, which is a third of its size, and from the SHA-256 of that, by which servers know it that run
 * registered documents; the types of both come from the same file.
 *
 * @public called by the generated operations
 */
export function readyDocument<Data, Variables>(text: string, documentId: string): TypedDocumentNode<Data, Variables> {
  return Object.assign(parse(text), { documentId });
}

/**
 * A document that holds its id and no text, which takes a tenth of the place.
 *
 * @public called by the generated documents
 */
export function idDocument<Data, Variables>(name: string, documentId: string): TypedDocumentNode<Data, Variables> {
  // urql wants to see an operation, and logs its name.
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    name: { kind: Kind.NAME, value: name },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
  };
  return Object.assign<TypedDocumentNode<Data, Variables>, object>(
    { kind: Kind.DOCUMENT, definitions: [operation] },
    { documentId },
  );
}
