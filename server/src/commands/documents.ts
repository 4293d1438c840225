import { readFileSync } from "node:fs";
import { schema } from "@chacra/schema";
import Table from "cli-table3";
import { CommandError } from "../command-error.ts";
import { DocumentError, documentsOf, hashOf, registerDocuments, type TrustedDocument } from "../documents/documents.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Settings } from "../settings.ts";
import { withMigrated } from "./with-database.ts";

/** `chacra documents register`: all of the documents, or none when one of them is wrong. */
export function runDocumentsRegister({ location }: Settings, files: string[], client: string): Promise<ExitCode> {
  let documents: TrustedDocument[];
  try {
    documents = files.flatMap(readDocuments);
  } catch (error) {
    if (error instanceof DocumentError)
      throw new CommandError(exitCodes.refused, `${error.message} Nothing was registered.`);
    throw error;
  }
  return withMigrated(location, async ({ prisma }) => {
    const added = await registerDocuments(prisma, documents, client);
    for (const { hash, name } of documents) console.log(`${hash}  ${name}`);
    console.error(`${added} of ${documents.length} documents are new.`);
    return exitCodes.done;
  });
}

/** `chacra documents list` */
export function runDocumentsList({ location }: Settings): Promise<ExitCode> {
  return withMigrated(location, async ({ prisma }) => {
    const table = new Table({
      head: ["SHA-256", "Operation", "Client", "Registered"],
      style: { head: [], border: [] },
    });
    const found = await prisma.trustedDocument.findMany({
      omit: { text: true },
      orderBy: [{ client: "asc" }, { name: "asc" }],
    });
    for (const { hash, name, client, registeredAt } of found) {
      table.push([hash, name, client, registeredAt.toISOString().slice(0, 10)]);
    }
    console.log(table.toString());
    return exitCodes.done;
  });
}

/** The operations of a file: GraphQL, or a manifest in JSON from hashes to texts, whose texts are kept to the letter. */
function readDocuments(file: string): TrustedDocument[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandError(exitCodes.refused, `${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  if (!file.endsWith(".json")) return documentsOf(text, schema, file);
  return Object.entries(parseManifest(file, text)).flatMap(([given, document]) => {
    const [found, ...others] = documentsOf(document, schema, file);
    if (!found || others.length > 0) throw new DocumentError(`${file}: each text of a manifest holds one operation.`);
    const hash = hashOf(document);
    if (given.replace(/^sha256:/, "") !== hash)
      throw new DocumentError(`${file}: ${given} is not the SHA-256 of ${found.name}, which is ${hash}.`);
    return [{ ...found, hash, text: document }];
  });
}

function parseManifest(file: string, text: string): Record<string, string> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    throw new DocumentError(`${file}: it is not JSON.`);
  }
  if (
    manifest !== null &&
    typeof manifest === "object" &&
    Object.values(manifest).every((value) => typeof value === "string")
  ) {
    return manifest as Record<string, string>;
  }
  throw new DocumentError(`${file}: a manifest is an object from hashes to texts.`);
}
