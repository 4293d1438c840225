import { defineConfig } from "tsdown";

// gql.tada is bundled: installed whole it brings a compiler plugin and a command line, and we need 40 lines of it.
export default defineConfig({
  entry: {
    index: "src/index.ts",
    errors: "src/errors.ts",
    ids: "src/generated/ids.ts",
    react: "src/react/index.ts",
    cache: "src/cache/index.ts",
    codegen: "src/codegen/index.ts",
    testing: "src/testing/index.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // Tests export what no declaration can name.
  tsconfig: "tsconfig.build.json",
  dts: true,
  // gql.tada makes a function for those who give it no schema, whether it is used or not.
  treeshake: { manualPureFunctions: ["initGraphQLTada"] },
  deps: { onlyBundle: ["gql.tada"], neverBundle: [/^node:/] },
});
