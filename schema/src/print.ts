import { writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { printMatrix } from "./access/matrix.ts";
import { schema } from "./index.ts";

/** The graph in GraphQL's schema language, as it is committed in schema.graphql. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** Who sees what of the graph, as it is committed in access.md. */
export function printedAccess(): string {
  return printMatrix(schema);
}

if (import.meta.main) {
  writeFileSync(new URL("../schema.graphql", import.meta.url), printedSchema());
  writeFileSync(new URL("../access.md", import.meta.url), printedAccess());
}
