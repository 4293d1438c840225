import type { Change } from "./change.ts";

/** A changelog whose latest version tells the changes of the API and of the graph as well. */
export function withChanges(changelog: string, changes: readonly Change[]): string {
  if (changes.length === 0) return changelog;
  const [first = "", ...versions] = changelog.split(/^(?=## )/m);
  const [latest = "", ...older] = versions;
  const lists = [
    { title: "What breaks", of: changes.filter(({ breaking }) => breaking) },
    { title: "What is new or wider in the API and the graph", of: changes.filter(({ breaking }) => !breaking) },
  ].flatMap(({ title, of }) =>
    of.length > 0 ? [`### ${title}\n\n${of.map(({ text }) => `- ${text}`).join("\n")}`] : [],
  );
  return [first, `${[latest.trimEnd(), ...lists].join("\n\n")}\n\n`, ...older].join("").replace(/\n+$/, "\n");
}
