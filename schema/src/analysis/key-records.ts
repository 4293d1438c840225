import type { GraphQLResolveInfo } from "graphql";
import { recordsBelow } from "../connection/batch.ts";
import type { GraphContext } from "../context.ts";
import type { Analysis } from "./analysis.ts";
import type { Cell } from "./columns.ts";
import { isRecord } from "./dimensions.ts";
import { type AnalysisRow, keyOf } from "./row.ts";
import { keysOf } from "./selection.ts";

/** A row, with the records that its key leads to: of each dimension that is asked for, by their ids. */
export interface RowWithRecords extends AnalysisRow {
  records: ReadonlyMap<string, ReadonlyMap<Cell, unknown>>;
}

const none: RowWithRecords["records"] = new Map();

/** Loads the records that keys lead to before the rows are told, for there are far fewer records than rows. */
export function withRecords(
  rows: readonly AnalysisRow[],
  { dimensions }: Analysis,
  context: GraphContext,
  info: GraphQLResolveInfo,
): RowWithRecords[] | Promise<RowWithRecords[]> {
  const asked = keysOf(info).flatMap((key) => {
    const type = dimensions[key]?.type;
    return type && isRecord(type) ? [{ key, model: type.model }] : [];
  });
  if (rows.length === 0 || asked.length === 0) return rows.map((row) => ({ ...row, records: none }));
  const loads = asked.map(async ({ key, model }) => {
    const ids = new Set(rows.map((row) => keyOf(row, key) as number | null));
    ids.delete(null);
    return [key, await recordsBelow(context, info, ["key", key], model, [...ids] as number[])] as const;
  });
  return Promise.all(loads).then((loaded) => {
    const records = new Map<string, ReadonlyMap<Cell, unknown>>(loaded);
    return rows.map((row) => ({ ...row, records }));
  });
}
