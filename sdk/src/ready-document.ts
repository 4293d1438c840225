import { Kind, OperationTypeNode, parse } from "@0no-co/graphql.web";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { DocumentNode, OperationDefinitionNode } from "graphql";
import type { FragmentDocument } from "./graphql.ts";

/**
 * A document from its text, which is a third of its size, and from the SHA-256 of that, by which servers know it that run
 * registered documents. Generated files call it.
 *
 * @throws {SyntaxError} when the text is not GraphQL
 *
 * @example
 * ```ts
 * import { readyDocument, type TypedDocumentNode } from "@chacra/sdk";
 *
 * type Zones = { zones: { nodes: { code: string }[] } };
 * const id = "a8d5271e6f35e6a5ca3a1e49f0f2cbdbc49e05bd6aaf9b4a4b48b7e4ab1e7d1c";
 * const ZonesDocument: TypedDocumentNode<Zones, Record<string, never>> = readyDocument("query Zones{zones{nodes{code}}}", id);
 * ```
 */
export function readyDocument<Data, Variables>(text: string, documentId: string): TypedDocumentNode<Data, Variables> {
  return Object.assign(parse(text), { documentId });
}

/**
 * A document that holds its id and no text, which takes a tenth of the place. Generated files call it.
 *
 * @param name - of its operation
 * @param documentId - the SHA-256 of its text, as it was registered
 * @param addressable - whether none of its variables could name a family, so that it may be asked for by `GET`
 *
 * @example
 * ```ts
 * import { idDocument, type TypedDocumentNode } from "@chacra/sdk";
 *
 * type Zones = { zones: { nodes: { code: string }[] } };
 * const id = "a8d5271e6f35e6a5ca3a1e49f0f2cbdbc49e05bd6aaf9b4a4b48b7e4ab1e7d1c";
 * const ZonesDocument: TypedDocumentNode<Zones, Record<string, never>> = idDocument("Zones", id);
 * ```
 */
export function idDocument<Data, Variables>(
  name: string,
  documentId: string,
  addressable?: boolean,
): TypedDocumentNode<Data, Variables> {
  // urql wants to see an operation, and logs its name.
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    name: { kind: Kind.NAME, value: name },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
  };
  return Object.assign<TypedDocumentNode<Data, Variables>, object>(
    { kind: Kind.DOCUMENT, definitions: [operation] },
    { documentId, addressable },
  );
}

/**
 * The document of a fragment, for {@link readFragment} and {@link graphql}. Generated files call it.
 *
 * @param text - may be left out where nothing but `readFragment` uses it
 * @throws {SyntaxError} when the text is not GraphQL
 *
 * @example
 * ```ts
 * import { type FragmentDocument, fragmentDocument } from "@chacra/sdk";
 *
 * const ZoneLabel: FragmentDocument<{ code: string }, "ZoneLabel", "Zone"> = fragmentDocument(
 *   "fragment ZoneLabel on Zone{code}",
 * );
 * ```
 */
export function fragmentDocument<Data, Name extends string, On extends string>(
  text?: string,
): FragmentDocument<Data, Name, On> {
  const document: DocumentNode = text === undefined ? { kind: Kind.DOCUMENT, definitions: [] } : parse(text);
  return document;
}
