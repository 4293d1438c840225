import path from "node:path";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { manifestOf, type PackedPackage } from "./packed.ts";

// Not the unpacked package: what lies in node_modules is another package's to API Extractor, even a chunk beside the entry.
const sdk = fileURLToPath(new URL("../", import.meta.url));

/** The name of an entry's report: `index` for the package itself, else its own. */
function reportName(entry: string): string {
  return entry === "." ? "index" : entry.slice("./".length);
}

/**
 * Writes what each entry of the packed package exports, as its types in `dist` say it, into a folder.
 *
 * @returns the names of the reports
 */
export function writeApiReports({ root, project }: PackedPackage, folder: string): string[] {
  const entries = Object.entries(manifestOf(root).exports);
  return entries.flatMap(([entry, target]) => {
    if (typeof target === "string") return [];
    const name = reportName(entry);
    const types = path.join(sdk, target.import.types);
    const config = ExtractorConfig.prepare({
      configObjectFullPath: undefined,
      packageJsonFullPath: path.join(root, "package.json"),
      configObject: {
        projectFolder: sdk,
        mainEntryPointFilePath: types,
        newlineKind: "lf",
        compiler: {
          overrideTsconfig: {
            compilerOptions: { target: "es2022", module: "nodenext", strict: true, skipLibCheck: true, types: [] },
            files: [types],
          },
        },
        apiReport: {
          enabled: true,
          reportFolder: folder,
          reportTempFolder: path.join(project, "reports"),
          reportFileName: `${name}.api.md`,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        // Documentation has tests of its own, and which releases a name belongs to is told by changesets.
        messages: {
          extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
          tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        },
      },
    });
    const { errorCount } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        message.handled = message.logLevel !== ExtractorLogLevel.Error;
      },
    });
    if (errorCount > 0) throw new Error(`The types of ${entry} could not be read.`);
    return [`${name}.api.md`];
  });
}
