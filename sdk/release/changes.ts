import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { apiChanges } from "./api-changes.ts";
import type { Change } from "./change.ts";
import { schemaChanges } from "./schema-changes.ts";

/** A folder with the interface of one state of the project: a report for each entry, and `schema.graphql`. */
export interface Interface {
  reports: string;
  schema: string;
}

/** All that has changed for users between two states, breaking changes first. */
export async function interfaceChanges(before: Interface, after: Interface): Promise<Change[]> {
  const names = new Set([before, after].flatMap(({ reports }) => readdirSync(reports)));
  const reports = [...names].filter((name) => name.endsWith(".api.md")).sort();
  const ofEntries = reports.flatMap((name) => {
    const entry = name === "index.api.md" ? "@chacra/sdk" : `@chacra/sdk/${name.replace(".api.md", "")}`;
    const [old, now] = [before, after].map(({ reports }) => path.join(reports, name));
    if (!now || !existsSync(now)) return [{ breaking: true, text: `\`${entry}\` is gone` }];
    if (!old || !existsSync(old)) return [{ breaking: false, text: `\`${entry}\` is new` }];
    return apiChanges(entry, readFileSync(old, "utf8"), readFileSync(now, "utf8"));
  });
  const ofSchema = await schemaChanges(readFileSync(before.schema, "utf8"), readFileSync(after.schema, "utf8"));
  return [...ofEntries, ...ofSchema].sort((one, other) => Number(other.breaking) - Number(one.breaking));
}
