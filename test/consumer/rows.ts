import { tableOf, withSection } from "../../sdk/release/section.ts";

/** One proof, and what came of it. */
export interface Row {
  where: string;
  what: string;
  result: string;
  isGood: boolean;
}

/** The page with a table of proofs in the place of the last one. */
export function withRows(page: string, rows: readonly Row[]): string {
  const cells = rows.map(({ where, what, result, isGood }) => [
    where,
    what,
    `${isGood ? "✓" : "✗"} ${result.split("\n")[0]}`,
  ]);
  return withSection(page, "npm run consumer", tableOf(["where", "what", "result"], cells));
}
