import type { Size } from "./sizes.ts";

const begin = "<!-- sizes: npm run sdk:sizes -->";
const end = "<!-- /sizes -->";

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} KB`;
}

/** The README with the sizes as they are now. */
export function withSizes(readme: string, sizes: readonly Size[]): string {
  const rows = sizes.map(({ what, bytes, aim }) => `| ${what} | ${kilobytes(bytes)} | ${kilobytes(aim)} |`);
  const table = ["| minified and gzipped | is | aim |", "|---|---|---|", ...rows].join("\n");
  const [before, after] = [readme.indexOf(begin), readme.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`The README has no place for the sizes: ${begin} ... ${end}`);
  return `${readme.slice(0, before)}${begin}\n${table}\n${readme.slice(after)}`;
}

/** The sizes that the README tells, in bytes. */
export function sizesToldIn(readme: string): Record<string, number> {
  const table = readme.slice(readme.indexOf(begin), readme.indexOf(end));
  const rows = [...table.matchAll(/^\| ([^|]+) \| ([\d.]+) KB \| [\d.]+ KB \|$/gm)];
  return Object.fromEntries(rows.map(([, what = "", kB]) => [what, Math.round(Number(kB) * 1000)]));
}
