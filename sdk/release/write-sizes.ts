/** Measures the packed package and writes its sizes into the README. */
import { readFileSync, writeFileSync } from "node:fs";
import { packed } from "./packed.ts";
import { sizesOf } from "./sizes.ts";
import { withSizes } from "./sizes-table.ts";

const readme = new URL("../README.md", import.meta.url);
const sdk = packed();
try {
  const sizes = sizesOf(sdk);
  writeFileSync(readme, withSizes(readFileSync(readme, "utf8"), sizes));
  console.table(sizes);
} finally {
  sdk.remove();
}
