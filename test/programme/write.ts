/** Writes what the SDK's test server is made of, after a change of the graph, the data model or the demo programme. */
import { mkdirSync, writeFileSync } from "node:fs";
import { folder, testServerFiles } from "./make.ts";

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(await testServerFiles())) writeFileSync(new URL(name, folder), text);
