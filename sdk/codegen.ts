import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../schema/schema.graphql",
  silent: true,
  config: {
    // What the scalars of the graph are in TypeScript; the same for ready operations and for one's own documents.
    scalars: {
      Date: { input: "CivilDateInput", output: "CivilDate" },
      Decimal: { input: "DecimalInput", output: "Decimal" },
      Latitude: "number",
      Longitude: "number",
    },
  },
  generates: {
    "src/generated/operations.ts": {
      documents: "operations/*.graphql",
      plugins: ["./codegen/operation-types.ts", "./codegen/operations.ts"],
      config: {
        enumType: "string-literal",
        useTypeImports: true,
        skipTypename: true,
        avoidOptionals: { object: true },
        omitOperationSuffix: true,
      },
    },
    "src/generated/ids.ts": { documents: "operations/*.graphql", plugins: ["./codegen/ids.ts"] },
    "src/generated/documents.json": { documents: "operations/*.graphql", plugins: ["./codegen/documents.ts"] },
    "src/generated/cache.ts": { plugins: ["./codegen/cache.ts"] },
    "src/generated/lists.ts": { plugins: ["./codegen/lists.ts"] },
    "src/generated/values.ts": { plugins: ["./codegen/values.ts"] },
    "src/generated/scalar-fields.ts": { plugins: ["./codegen/scalar-fields.ts"] },
    "src/generated/sdl.ts": { plugins: ["./codegen/sdl.ts"] },
    "src/generated/introspection.ts": { plugins: ["./codegen/introspection.ts"] },
  },
};

export default config;
