import type { Database, PrismaClient } from "@chacra/prisma";
import { createContext, schema, viewerOf } from "@chacra/schema";
import { graphql } from "graphql";
import type { Asker } from "./questions.ts";

export interface Measured {
  /** Milliseconds from the text of the operation to its result: the best of some rounds. */
  time: number;
  /** Rows of the answer, where it is of one analysis. */
  rows: number | undefined;
}

export async function timeOf(database: Database, role: Asker, source: string, rounds: number): Promise<Measured> {
  let [time, rows] = [Number.POSITIVE_INFINITY, undefined as number | undefined];
  for (let round = 0; round < rounds; round++) {
    const contextValue = await createContext(database, viewerOf(role, "bench", "benchmark"));
    const began = performance.now();
    const { data, errors } = await graphql({ schema, source, contextValue });
    time = Math.min(time, performance.now() - began);
    if (errors?.some(({ extensions }) => extensions.code !== "FORBIDDEN")) throw errors[0];
    rows = (Object.values(data ?? {})[0] as { rowCount?: number } | null)?.rowCount;
  }
  return { time, rows };
}

/** The rows that the analyses of an operation take from tables and their indexes, as EXPLAIN (ANALYZE) counts them. */
export async function rowsReadBy(database: Database, role: Asker, source: string): Promise<number> {
  const context = await createContext(database, viewerOf(role, "bench", "benchmark"));
  const asked: { sql: string; values: unknown[] }[] = [];
  const prisma = new Proxy<PrismaClient>(context.prisma, {
    get(target, name, receiver) {
      if (name !== "$queryRawUnsafe") return Reflect.get(target, name, receiver);
      return (sql: string, ...values: unknown[]) => {
        asked.push({ sql, values });
        return target.$queryRawUnsafe(sql, ...values);
      };
    },
  });
  await graphql({ schema, source, contextValue: { ...context, prisma } });
  let sum = 0;
  for (const { sql, values } of asked) {
    const { rows } = await database.pool.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`, values);
    sum += rowsRead(rows[0]["QUERY PLAN"][0].Plan);
  }
  return sum;
}

interface PlanNode {
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: PlanNode[];
}

/** What a node gives and what it leaves out are means of its loops. */
function rowsRead(node: PlanNode): number {
  const own = node["Relation Name"] ? node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0) : 0;
  return (node.Plans ?? []).reduce((sum, inner) => sum + rowsRead(inner), own * node["Actual Loops"]);
}
