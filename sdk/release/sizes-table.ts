import { sectionOf, tableOf, withSection } from "./section.ts";
import type { Size } from "./sizes.ts";

const command = "npm run sdk:sizes";

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} KB`;
}

/** The README with the sizes as they are now. */
export function withSizes(readme: string, sizes: readonly Size[]): string {
  const rows = sizes.map(({ what, bytes, aim }) => [what, kilobytes(bytes), aim === undefined ? "" : kilobytes(aim)]);
  return withSection(readme, command, tableOf(["minified and gzipped", "is", "aim"], rows));
}

/** The sizes that the README tells, in bytes. */
export function sizesToldIn(readme: string): Record<string, number> {
  const rows = [...sectionOf(readme, command).matchAll(/^\| ([^|]+) \| ([\d.]+) KB \| (?:[\d.]+ KB)? \|$/gm)];
  return Object.fromEntries(rows.map(([, what = "", kB]) => [what, Math.round(Number(kB) * 1000)]));
}
