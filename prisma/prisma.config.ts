import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// `prisma generate`, `validate` and `format` look for a native schema engine that no npm package carries, yet never run
// it: any existing file satisfies them. Migrating goes through src/migrate/ (the engine as WASM), never through here.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(import.meta.url);

export default defineConfig({ schema: "schema.prisma" });
