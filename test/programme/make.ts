import { fillDemo, openDatabase } from "@chacra/prisma";
import { migrate } from "../../prisma/src/migrate/migrate.ts";
import type { GraphMap } from "../../sdk/src/testing/graph-map.ts";
import { chosen } from "./choose.ts";
import { type Columns, readRows } from "./database.ts";
import { graphMap } from "./graph-map.ts";
import { recordTypes } from "./record-types.ts";

/** Where the files lie. */
export const folder = new URL("../../sdk/src/testing/_generated/", import.meta.url);

/** The columns that the programme file holds. */
export function columnsIn({ models }: GraphMap): Columns {
  return (model) =>
    Object.entries(models[model]?.columns ?? {}).flatMap(([name, { folded }]) => (folded ? [] : [name]));
}

/** What the SDK's test server is made of, by the name of the file: the map of the graph, the programme, and its types. */
export async function testServerFiles(): Promise<Record<string, string>> {
  const map = graphMap();
  const columns = columnsIn(map);
  const database = await openDatabase({ memory: true });
  try {
    await migrate(database.pool);
    await fillDemo(database, { scale: 0.001, seed: 1 });
    const rows = chosen(await readRows(database, Object.keys(map.models), columns), map.models);
    const programme = Object.entries(rows).map(([model, records]) => {
      const lines = records.map((record) => `    ${JSON.stringify(columns(model).map((column) => record[column]))}`);
      return `  "${model}": { "columns": ${JSON.stringify(columns(model))}, "rows": [\n${lines.join(",\n")}\n  ] }`;
    });
    return {
      "graph-map.ts": `// Made by test/programme/write.ts from the schema.\nimport type { GraphMap } from "../graph-map.ts";\n\nexport const graphMap: GraphMap = ${inLines(map).trimEnd()};\n`,
      "programme.json": `{\n${programme.join(",\n")}\n}\n`,
      "records.ts": recordTypes(map),
    };
  } finally {
    await database.close();
  }
}

/** JSON with a line for each entry of its parts, so that a difference can be read. */
function inLines(map: GraphMap): string {
  const parts = Object.entries(map).map(([part, entries]) => {
    if (Array.isArray(entries)) return `  "${part}": ${JSON.stringify(entries)}`;
    const lines = Object.entries(entries).map(
      ([name, entry]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entry)}`,
    );
    return `  "${part}": {\n${lines.join(",\n")}\n  }`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}
