import type { CodegenConfig } from "@graphql-codegen/cli";
import { operationTypesConfig } from "./codegen/operation-types.ts";

const config: CodegenConfig = {
  schema: "../schema/schema.graphql",
  silent: true,
  config: operationTypesConfig,
  generates: {
    "src/generated/operations.ts": {
      documents: "operations/*.graphql",
      plugins: ["./codegen/operation-types.ts", "./codegen/operations.ts"],
    },
    "src/generated/ids.ts": { documents: "operations/*.graphql", plugins: ["./codegen/ids.ts"] },
    "src/generated/documents.json": { documents: "operations/*.graphql", plugins: ["./codegen/documents.ts"] },
    "src/generated/cache.ts": { plugins: ["./codegen/cache.ts"] },
    "src/generated/lists.ts": { plugins: ["./codegen/lists.ts"] },
    "src/generated/values.ts": { plugins: ["./codegen/values.ts"] },
    "src/generated/scalar-fields.ts": { plugins: ["./codegen/scalar-fields.ts"] },
    "src/generated/sdl.ts": { plugins: ["./codegen/sdl.ts"] },
    "src/generated/introspection.ts": { plugins: ["./codegen/introspection.ts"] },
    "src/generated/schema.graphql": { plugins: ["./codegen/schema.ts"] },
  },
};

export default config;
