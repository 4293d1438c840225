export { ChacraCodegenError, type CodegenErrorCode } from "./codegen-error.ts";
export type { ChacraPresetConfig } from "./config.ts";
export type { DocumentCost } from "./costs.ts";
export { chacraPreset } from "./preset.ts";
export { chacraSchema } from "./schema-file.ts";
