import { readFileSync } from "node:fs";

/** A codegen plugin: the graph itself, to the letter, for the package to ship. */
export function plugin(): string {
  return readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8");
}
