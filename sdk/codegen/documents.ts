import { type OperationFile, readOperation } from "./operations.ts";

/** A codegen plugin: the ready operations by the SHA-256 of their text, as a server that runs trusted documents takes them. */
export function plugin(_schema: unknown, files: OperationFile[]): string {
  const manifest = Object.fromEntries(files.map(readOperation).map(({ id, text }) => [id, text]));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
