import { tableOf } from "@chacra/prisma/tables";
import { type DocumentNode, type GraphQLSchema, getOperationAST } from "graphql";
import type { Role } from "../access/viewer.ts";
import { analysisAt } from "../analysis/fields.ts";
import { connectionAt } from "../connection/fields.ts";
import { needsOf } from "../needs.ts";
import { quote } from "../sql/params.ts";
import { analysisWriter } from "./analysis.ts";
import type { Variables } from "./arguments.ts";
import type { Slot } from "./columns.ts";
import { Compiler } from "./compiler.ts";
import { type ObjectWriter, valueWriter } from "./complete.ts";
import { connectionWriter } from "./connection.ts";
import { factSheetWriter } from "./fact-sheet.ts";
import { foundAt, foundWriter } from "./found.ts";
import { nodesWriter } from "./nodes.ts";
import { Shared } from "./shared.ts";
import { type Binding, list, type Piece, sql } from "./sql.ts";
import { objectText, prefixOf } from "./text.ts";
import { Unplanned } from "./unplanned.ts";

/**
 * The same for two statements that see the same changes of records. Written here rather than as a function of the database: that is
 * planned anew in each statement, which takes longer than what it asks.
 */
const changes = quote(tableOf("DataChange").name);
const dataVersion = `SELECT count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(sum(id), 0) AS version FROM ${changes}`;

/** An operation as one statement, and how its answer is written of what that gives. */
export interface Plan {
  /** Empty where the database is asked for nothing. */
  statement: Piece;
  /** Its answers under way, where much has to be read for one: those who ask the same at the same time share it. */
  shared: Shared<readonly Slot[]> | undefined;
  write(slots: readonly Slot[], binding: Binding): string;
}

/** @throws {Unplanned} for what is answered the ordinary way */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  role: Role,
  variables: Variables,
): Plan {
  const operation = getOperationAST(document, operationName);
  const type = schema.getQueryType();
  if (operation?.operation !== "query" || !type) throw new Unplanned("no query");
  const compiler = new Compiler(schema, document, role, variables);
  const { root } = compiler;
  const parts = compiler.rootFields(type, operation).map((asked) => {
    const prefix = prefixOf(asked.key);
    if (!asked.field) return { prefix, write: (() => JSON.stringify(type.name)) as ObjectWriter };
    compiler.checkShown(type, asked.field.name);
    const connection = connectionAt(asked.field);
    if (connection) return { prefix, write: connectionWriter(compiler, root, connection, asked) };
    const analysis = analysisAt(asked.field);
    if (analysis) return { prefix, write: analysisWriter(compiler, root, analysis, asked) };
    if (asked.field.name === "factSheet") return { prefix, write: factSheetWriter(compiler, asked) };
    if (asked.field.name === "node" || asked.field.name === "nodes") {
      return { prefix, write: nodesWriter(compiler, root, asked) };
    }
    const found = foundAt(asked.field);
    if (found) return { prefix, write: foundWriter(compiler, found, asked) };
    if (needsOf(asked.field)) return { prefix, write: valueWriter(compiler, type, asked.field, asked.nodes) };
    throw new Unplanned(`Query.${asked.field.name}, which has code of its own`);
  });
  root.close();
  const write = objectText(parts);
  return {
    statement: statementOf(compiler),
    shared: compiler.readsVersion ? new Shared() : undefined,
    write(slots, binding) {
      binding.root = slots;
      return write(slots, binding);
    },
  };
}

function statementOf({ root: { slots }, readsVersion }: Compiler): Piece {
  if (slots.length === 0) return "";
  return readsVersion
    ? sql`WITH v AS MATERIALIZED (${dataVersion}) SELECT ${list(slots)} FROM v`
    : sql`SELECT ${list(slots)}`;
}
