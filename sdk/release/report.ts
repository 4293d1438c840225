/** Writes the reports of the API, after it was changed on purpose; with `released`, as those of a release too. */
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { writeApiReports } from "./api-report.ts";
import { packed } from "./packed.ts";
import { current, released } from "./places.ts";

const sdk = packed();
try {
  for (const file of readdirSync(current.reports))
    if (file.endsWith(".api.md")) rmSync(path.join(current.reports, file));
  const reports = writeApiReports(sdk, current.reports);
  console.log(`Wrote ${reports.join(", ")} in sdk/api.`);
  if (process.argv.includes("released")) {
    rmSync(released.reports, { recursive: true, force: true });
    mkdirSync(released.reports);
    for (const report of reports) copyFileSync(path.join(current.reports, report), path.join(released.reports, report));
    copyFileSync(current.schema, released.schema);
    console.log("From now on changes are told from this state, in sdk/api/released.");
  }
} finally {
  sdk.remove();
}
