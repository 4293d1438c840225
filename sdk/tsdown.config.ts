import { defineConfig } from "tsdown";

// gql.tada is bundled: installed whole it brings a compiler plugin and a command line, and we need 40 lines of it.
export default defineConfig({
  entry: "src/index.ts",
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  dts: true,
  deps: { onlyBundle: ["gql.tada"] },
});
