import { openDatabase } from "@chacra/prisma";
import { createContext, type Role, schema, viewerOf } from "@chacra/schema";
import { getNamedType, graphql, isCompositeType, isObjectType } from "graphql";

// How long each analysis takes, by each of its keys alone and by three of them: see README.md.

const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL has to name a PostgreSQL database with the demo programme.");
const ROUNDS = 3;
const roles = ["public", "analyst", "steward"] as const;

const query = schema.getQueryType();
const analyses = Object.values(query?.getFields() ?? {}).filter(({ name }) => name.endsWith("Analysis"));

function fieldsOf(type: unknown): { name: string; type: unknown }[] {
  const named = getNamedType(type as never) as unknown;
  return isObjectType(named) ? Object.values(named.getFields()) : [];
}

/** All that can be asked of a row, but for what a role may not see. */
function measures(row: unknown, role: Role): string {
  const skipped = role === "public" ? ["minimum", "maximum", "median"] : [];
  return fieldsOf(row)
    .filter(({ name }) => name !== "key" && name !== "suppressed")
    .map(({ name, type }) => {
      const inner = isCompositeType(getNamedType(type as never))
        ? `{ ${fieldsOf(type)
            .map((field) => field.name)
            .filter((field) => !skipped.includes(field))
            .join(" ")} }`
        : "";
      return `${name} ${inner}`;
    })
    .join(" ");
}

const keyText = ({ name, type }: { name: string; type: unknown }) =>
  isCompositeType(getNamedType(type as never)) ? `${name} { id }` : name;

const database = await openDatabase({ url });
console.log("| analysis | role | slowest by one key | ms | by three keys | ms | rows |\n|---|---|---|---|---|---|---|");
for (const analysis of analyses) {
  const row = fieldsOf(analysis.type).find(({ name }) => name === "rows")?.type;
  const keys = fieldsOf(fieldsOf(row).find(({ name }) => name === "key")?.type);
  const args = analysis.name === "incomeChangeAnalysis" ? "(from: 2018, to: 2022)" : "";
  for (const role of roles) {
    const time = async (chosen: typeof keys) => {
      const source = `{ ${analysis.name}${args} { rowCount rows { key { ${chosen.map(keyText).join(" ")} } ${measures(row, role)} } } }`;
      let best = Number.POSITIVE_INFINITY;
      let rows = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const contextValue = await createContext(database, viewerOf(role, "bench", "benchmark"));
        const began = performance.now();
        const { data, errors } = await graphql({ schema, source, contextValue });
        best = Math.min(best, performance.now() - began);
        if (errors?.some(({ extensions }) => extensions.code !== "FORBIDDEN")) throw errors[0];
        rows = (data?.[analysis.name] as { rowCount: number } | null)?.rowCount ?? 0;
      }
      return { name: chosen.map(({ name }) => name).join(", "), best, rows };
    };
    const alone = [];
    for (const key of keys) alone.push(await time([key]));
    const slowest = alone.reduce((a, b) => (b.best > a.best ? b : a));
    const three = await time(
      keys
        .filter(({ name }) => !["quarter", "variety", "funder", "organization", "activity"].includes(name))
        .slice(0, 3),
    );
    console.log(
      `| ${analysis.name} | ${role} | ${slowest.name} | ${slowest.best.toFixed(0)} | ${three.name} | ${three.best.toFixed(0)} | ${three.rows} |`,
    );
  }
}
await database.close();
