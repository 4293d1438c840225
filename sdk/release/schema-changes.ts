import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";
import type { Change } from "./change.ts";

/** What has changed between two schemas, as GraphQL Inspector tells it. Changed descriptions are left out. */
export async function schemaChanges(before: string, after: string): Promise<Change[]> {
  const found = await diff(buildSchema(before), buildSchema(after));
  return found
    .filter(({ type }) => !type.includes("DESCRIPTION"))
    .map(({ message, criticality }) => ({
      breaking: criticality.level === CriticalityLevel.Breaking,
      text: `The graph: ${message.replace(/'([^']*)'/g, "`$1`")}`,
    }));
}
