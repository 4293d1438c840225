import type { Database } from "@chacra/prisma";
import { type ExecutionResult, graphql } from "graphql";
import { createContext, schema, type Viewer, viewerOf } from "../index.ts";

// biome-ignore lint/suspicious/noExplicitAny: the shape of the data is the test's own query, which TypeScript cannot see
type Data = Record<string, any>;

const steward = viewerOf("steward", "test", "tests");

/** Runs an operation as one request and gives its whole result; as a steward, unless another viewer is given. */
export async function execute(
  database: Database,
  source: string,
  variableValues?: Record<string, unknown>,
  viewer: Viewer = steward,
): Promise<ExecutionResult<Data>> {
  const contextValue = await createContext(database, viewer);
  const result = await graphql({ schema, source, variableValues, contextValue });
  await contextValue.audit.save();
  return result as ExecutionResult<Data>;
}

/** As {@link execute}, for operations that must succeed. */
export async function query(
  database: Database,
  source: string,
  variables?: Record<string, unknown>,
  viewer?: Viewer,
): Promise<Data> {
  const { data, errors } = await execute(database, source, variables, viewer);
  if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join("\n"));
  return data ?? {};
}

/** The SQL that an operation causes, in order. */
export async function statementsOf(
  database: Database,
  source: string,
  variables?: Record<string, unknown>,
  viewer: Viewer = steward,
) {
  await createContext(database, viewer);
  const sql: string[] = [];
  const stop = database.onStatement((statement) => sql.push(statement.sql));
  try {
    const data = await query(database, source, variables, viewer);
    // Prisma tells of a statement a moment after its result.
    await database.prisma.$queryRaw`SELECT 1`;
    await new Promise(setImmediate);
    return { data, sql: sql.filter((statement) => statement !== "SELECT 1") };
  } finally {
    stop();
  }
}
