import type { CodegenConfig } from "@graphql-codegen/cli";
import { ChacraCodegenError } from "./codegen-error.ts";
import { checkedConfig } from "./config.ts";
import { checkBudgets, costsOf, costTable } from "./costs.ts";
import { readDocuments } from "./documents.ts";
import { furtherDocuments } from "./further-documents.ts";
import { generatedFile } from "./generated-file.ts";

type Output = Exclude<CodegenConfig["generates"][string], unknown[]>;

/** A preset, as GraphQL Code Generator takes it. */
type Preset = Exclude<NonNullable<Output["preset"]>, string>;

/**
 * A preset of [GraphQL Code Generator](https://the-guild.dev/graphql/codegen) that makes the typed documents of a team's own
 * operations and fragments, and `documents.json`, which registers them with a server. It prints what each costs at most, and fails
 * where that is more than its budget. {@link ChacraPresetConfig} says what `presetConfig` may hold.
 *
 * @throws {ChacraCodegenError} while files are generated
 *
 * @example
 * ```ts
 * import { chacraPreset, chacraSchema, type ChacraPresetConfig } from "@chacra/sdk/codegen";
 * import type { CodegenConfig } from "@graphql-codegen/cli";
 *
 * const presetConfig: ChacraPresetConfig = { budget: 2_000 };
 * const config: CodegenConfig = {
 *   schema: chacraSchema,
 *   documents: "src/**\/*.{ts,tsx,graphql}",
 *   generates: { "src/chacra/": { preset: chacraPreset, presetConfig } },
 * };
 * export default config;
 * ```
 */
export const chacraPreset: Preset = {
  async buildGeneratesSection({ baseOutputDir: folder, presetConfig, schema, schemaAst, documents: files, config }) {
    if (!folder.endsWith("/")) {
      throw new ChacraCodegenError("BAD_OPTION", `What is generated is a folder, so "${folder}" must end with "/".`);
    }
    if (!schemaAst) throw new ChacraCodegenError("BAD_OPTION", "There is no schema: give it chacraSchema.");
    const options = checkedConfig(presetConfig);
    const documents = readDocuments(schemaAst, files);
    const costs = costsOf(schemaAst, documents.operations, options);
    (options.report ?? ((found) => console.log(costTable(found))))(costs);
    checkBudgets(costs);
    const manifest = Object.fromEntries(
      documents.operations.flatMap(({ id, text }) => [[id, text], ...furtherDocuments(schemaAst, text)]),
    );
    const contents = {
      "index.ts": await generatedFile(schemaAst, documents, files, costs, options.documents !== "id"),
      "documents.json": `${JSON.stringify(manifest, null, 2)}\n`,
    };
    return Object.entries(contents).map(([name, content]) => ({
      filename: `${folder}${name}`,
      plugins: [{ chacra: {} }],
      pluginMap: { chacra: { plugin: () => content } },
      schema,
      schemaAst,
      documents: [],
      config,
    }));
  },
};
