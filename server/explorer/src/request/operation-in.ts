import { type DocumentNode, getOperationAST, type OperationDefinitionNode } from "graphql";

/**
 * The operation of a document that a name chooses. The editor notes names a moment after the text has changed, so a
 * name that the document does not hold counts as none, and a document's only operation is meant anyhow.
 */
export function operationIn(document: DocumentNode, name?: string | null): OperationDefinitionNode | undefined {
  return getOperationAST(document, name) ?? getOperationAST(document) ?? undefined;
}
