import { usePersistedOperations } from "@graphql-yoga/plugin-persisted-operations";
import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Settings } from "../settings.ts";

export interface DocumentSettings {
  /** Whether operations that are not registered run as well. */
  documents: Settings["documents"];
  find(hash: string): Promise<string | null>;
}

const refuse = (code: string, message: string) => () =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

/** Takes `documentId`, the SHA-256 of a registered document, in place of its text. */
export function useTrustedDocuments({ documents, find }: DocumentSettings): Plugin {
  return usePersistedOperations({
    allowArbitraryOperations: documents === "any",
    extractPersistedOperationId(params, request) {
      const given = Reflect.get(params, "documentId") ?? new URL(request.url).searchParams.get("documentId");
      return typeof given === "string" ? given.replace(/^sha256:/, "") : null;
    },
    getPersistedOperation: (id) => (/^[0-9a-f]{64}$/.test(id) ? find(id) : null),
    customErrors: {
      notFound: refuse(
        "DOCUMENT_NOT_FOUND",
        "No document with this documentId is registered: it is the SHA-256 of the document's text. Send query instead, or have the document registered.",
      ),
      keyNotFound: refuse("BAD_REQUEST", "Send the text of an operation as query, or its hash as documentId."),
      persistedQueryOnly: refuse(
        "UNTRUSTED_DOCUMENT",
        "This server runs registered documents only: send documentId in place of query.",
      ),
    },
  }) as Plugin;
}
