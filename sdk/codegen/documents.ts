import { createHash } from "node:crypto";
import { type OperationFile, readOperation } from "./operations.ts";

/** A codegen plugin: the ready operations by the SHA-256 of their text, as a server that runs trusted documents takes them. */
export function plugin(_schema: unknown, files: OperationFile[]): string {
  const texts = files.map((file) => readOperation(file).text);
  const manifest = Object.fromEntries(texts.map((text) => [createHash("sha256").update(text).digest("hex"), text]));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
