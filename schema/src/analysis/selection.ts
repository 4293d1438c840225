import { collectSubFields } from "@graphql-tools/utils";
import { type FieldNode, type GraphQLResolveInfo, getNamedType, isObjectType } from "graphql";
import { argumentError } from "../errors.ts";
import type { Analysis, AnalysisArgs } from "./analysis.ts";

/** What of an analysis is asked for, in its selection and in its arguments. */
export interface Asked {
  /** Names of the dimensions selected in `key`, in the order of the selection. */
  keys: string[];
  /** Each `measure.aggregate`. */
  aggregates: string[];
  distinct: string[];
  /** Whether the share of the count is. */
  share: boolean;
  /** The measures that rows are chosen or sorted by. */
  conditions: string[];
}

/** @throws {GraphQLError} `BAD_ARGUMENT` when rows are sorted by a key that they do not have */
export function askedOf(analysis: Analysis, args: AnalysisArgs, info: GraphQLResolveInfo): Asked {
  const fields = subFields(info, info.returnType, info.fieldNodes);
  const rows = fields.get("rows") ?? [];
  const names = new Set<string>();
  const keys = new Set<string>();
  for (const [field, nodes] of rowFields(info, rows)) {
    if (field === "share") names.add(field);
    const inner = subFields(info, rowType(info)?.getFields()[field]?.type, nodes);
    for (const name of inner.keys()) (field === "key" ? keys : names).add(field === "key" ? name : `${field}.${name}`);
  }
  const conditions = [...namesIn(args.having), ...(args.orderBy ?? []).flatMap(namesIn)];
  for (const name of conditions) names.add(name);
  for (const item of args.orderBy ?? []) {
    for (const name of namesIn(item)) {
      const [field, part = ""] = name.split(".");
      if (field === "key" && !keys.has(part)) {
        throw argumentError(
          "BAD_ARGUMENT",
          "orderBy",
          `Rows cannot be sorted by key.${part}, for it is not selected in key.`,
        );
      }
    }
  }
  const parts = [...names].map((name) => ({ name, field: name.split(".")[0] ?? "", part: name.split(".")[1] ?? "" }));
  return {
    keys: [...keys].filter((key) => key in analysis.dimensions),
    aggregates: parts
      .flatMap(({ name, field, part }) => {
        if (!(field in analysis.measures) || part.startsWith("__")) return [];
        // The currency of money comes with its other aggregates.
        return [part === "currency" ? `${field}.sum` : name];
      })
      .filter((name, index, all) => all.indexOf(name) === index),
    distinct: parts.flatMap(({ field, part }) =>
      field === "countDistinct" && part in analysis.distinct ? [part] : [],
    ),
    share: names.has("share"),
    conditions,
  };
}

/** Names of the fields selected in `key`, for the field `rows`. */
export function keysOf(info: GraphQLResolveInfo): string[] {
  const fields = subFields(info, info.returnType, info.fieldNodes);
  const row = getNamedType(info.returnType);
  const key = isObjectType(row) ? row.getFields().key?.type : undefined;
  return [...subFields(info, key, fields.get("key") ?? []).keys()];
}

function rowType(info: GraphQLResolveInfo) {
  const type = getNamedType(info.returnType);
  const rows = isObjectType(type) ? getNamedType(type.getFields().rows?.type) : undefined;
  return isObjectType(rows) ? rows : undefined;
}

function rowFields(info: GraphQLResolveInfo, rows: FieldNode[]) {
  return subFields(info, rowType(info), rows);
}

/** The fields selected of an object, by name: the same field may be there under several aliases. */
function subFields(info: GraphQLResolveInfo, type: unknown, nodes: readonly FieldNode[]): Map<string, FieldNode[]> {
  const named = getNamedType(type as never) as unknown;
  const found = new Map<string, FieldNode[]>();
  if (!isObjectType(named) || nodes.length === 0) return found;
  const { fields } = collectSubFields(info.schema, info.fragments as never, info.variableValues as never, named, [
    ...nodes,
  ]);
  for (const own of fields.values()) {
    const name = own[0]?.name.value ?? "";
    found.set(name, [...(found.get(name) ?? []), ...own]);
  }
  return found;
}

/** The measures that a `having` or an item of `orderBy` names: `count`, `hectares.sum`. */
function namesIn(value: object | null | undefined): string[] {
  return Object.entries(value ?? {}).flatMap(([name, inner]) => {
    if (inner === null || inner === undefined) return [];
    if (name === "AND" || name === "OR" || name === "NOT") return (inner as object[]).flatMap(namesIn);
    if (typeof inner !== "object" || name === "count" || name === "share") return [name];
    return Object.entries(inner).flatMap(([part, condition]) => (condition === null ? [] : [`${name}.${part}`]));
  });
}
