import { type ChacraPresetConfig, chacraPreset, chacraSchema } from "@chacra/sdk/codegen";
import type { CodegenConfig } from "@graphql-codegen/cli";

const presetConfig: ChacraPresetConfig = { budget: 500 };
const config: CodegenConfig = {
  schema: chacraSchema,
  documents: "src/*.graphql",
  generates: { "src/chacra/": { preset: chacraPreset, presetConfig } },
};
export default config;
