import { readChangesets } from "@changesets/read";
import type { Change } from "./change.ts";

/** From the least to the most that a release may ask of users. */
const bumps = ["none", "patch", "minor", "major"] as const;

/**
 * The changes that no changeset announces: one that breaks users' code needs a major, any other at least a minor.
 *
 * @param root the folder that holds `.changeset`
 */
export async function undeclaredChanges(root: string, changes: readonly Change[]): Promise<Change[]> {
  const changesets = await readChangesets(root);
  const ofSdk = changesets.flatMap(({ releases }) => releases.filter(({ name }) => name === "@chacra/sdk"));
  const declared = Math.max(0, ...ofSdk.map(({ type }) => bumps.indexOf(type)));
  return changes.filter(({ breaking }) => declared < bumps.indexOf(breaking ? "major" : "minor"));
}
