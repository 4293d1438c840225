import { queryFromInfo } from "@pothos/plugin-prisma";
import DataLoader from "dataloader";
import type { GraphQLResolveInfo } from "graphql";
import type { GraphContext } from "../context.ts";
import { delegate, type ModelName } from "./rows.ts";

const batches = new WeakMap<GraphContext, Map<string, DataLoader<number, unknown>>>();

/**
 * Loads a value for one parent together with all other parents that stand at the same place of the operation: there
 * the arguments and the selection are the same, so one statement answers for all of them.
 *
 * @param load gives the values of the parents, in their order
 */
export function batched<T>(
  context: GraphContext,
  info: GraphQLResolveInfo,
  purpose: string,
  parent: number,
  load: (parents: readonly number[]) => Promise<T[]>,
): Promise<T> {
  let ofRequest = batches.get(context);
  if (!ofRequest) {
    ofRequest = new Map();
    batches.set(context, ofRequest);
  }
  const key = `${purpose} ${placeInOperation(info)}`;
  let loader = ofRequest.get(key) as DataLoader<number, T> | undefined;
  if (!loader) {
    loader = new DataLoader(load, { maxBatchSize: LARGEST_BATCH });
    ofRequest.set(key, loader);
  }
  return loader.load(parent);
}

/** A record by its id, together with those that others at the same place of the operation lead to. */
export function recordById(context: GraphContext, info: GraphQLResolveInfo, model: ModelName, id: number) {
  // Each parent plans for itself, for that is how plugin-prisma learns what its rows will hold.
  const query = queryFromInfo({ context, info, select: { id: true } });
  return batched(context, info, "record", id, (ids) => loadRecords(context, model, query, ids)) as never;
}

/**
 * Records that a field further down leads to, by their ids: loaded where its path begins, so that the field itself has them at hand
 * and needs no promise for each of thousands of rows.
 *
 * @param path names of the fields from that of `info` to the one that leads to the records
 */
export async function recordsBelow(
  context: GraphContext,
  info: GraphQLResolveInfo,
  path: string[],
  model: ModelName,
  ids: readonly number[],
): Promise<Map<number, unknown>> {
  const query = queryFromInfo({ context, info, path, typeName: model, select: { id: true } });
  const load = async (some: readonly number[]) => loadRecords(context, model, query, some);
  const purpose = `records ${path.join(".")}`;
  const rows = await Promise.all(ids.map((id) => batched(context, info, purpose, id, load)));
  return new Map(rows.map((row, i) => [ids[i] ?? 0, row]));
}

async function loadRecords(context: GraphContext, model: ModelName, query: object, ids: readonly number[]) {
  const rows = await delegate(context.prisma, model).findMany({ ...query, where: { id: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}

/** PostgreSQL takes 65,535 parameters a statement; the rest is left to the conditions. */
const LARGEST_BATCH = 30_000;

/** The response keys from the root to the field, without list indexes, and the type that the field is selected on. */
function placeInOperation(info: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let step: GraphQLResolveInfo["path"] | undefined = info.path; step; step = step.prev) {
    if (typeof step.key === "string") keys.push(`${step.typename ?? ""}.${step.key}`);
  }
  return keys.reverse().join("/");
}
