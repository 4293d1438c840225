import { type OperationFile, readOperation } from "./operations.ts";

/** A codegen plugin: the ready operations as documents that hold their id alone, for servers that run registered documents. */
export function plugin(_schema: unknown, files: OperationFile[]): { prepend: string[]; content: string } {
  const operations = files.map(readOperation).sort((one, other) => (one.name < other.name ? -1 : 1));
  const types = operations.map(({ name }) => `type ${name}, type ${name}Variables`).join(", ");
  return {
    prepend: [
      `import type { TypedDocumentNode } from "@graphql-typed-document-node/core";`,
      `import { idDocument } from "../ready-document.ts";`,
      `import { ${types} } from "./operations.ts";`.replaceAll("type ", "").replace("import", "import type"),
    ],
    content: `${operations
      .map(({ name, description, id, addressable }) =>
        [
          `/** ${description} Without its text: for servers that run registered documents. */`,
          `export const ${name}Document: TypedDocumentNode<${name}, ${name}Variables> =`,
          `  /* @__PURE__ */ idDocument("${name}", "${id}"${addressable ? ", true" : ""});`,
        ].join("\n"),
      )
      .join("\n\n")}\n`,
  };
}
