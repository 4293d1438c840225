import type { CodegenConfig } from "@graphql-codegen/cli";

/** What the scalars of the graph are in TypeScript; the same for ready operations and for one's own documents. */
const scalars = { Date: "string", Decimal: "string", Latitude: "number", Longitude: "number" };

const config: CodegenConfig = {
  schema: "../schema/schema.graphql",
  silent: true,
  generates: {
    "src/generated/operations.ts": {
      documents: "operations/*.graphql",
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        scalars,
        enumType: "string-literal",
        useTypeImports: true,
        skipTypename: true,
        avoidOptionals: { object: true },
        omitOperationSuffix: true,
        documentVariableSuffix: "Document",
        dedupeFragments: true,
      },
    },
    "src/generated/introspection.ts": { plugins: ["./codegen-introspection.ts"] },
  },
};

export default config;
