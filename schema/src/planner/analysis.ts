import { type FieldNode, type GraphQLObjectType, getNamedType, isObjectType } from "graphql";
import { isProtected } from "../access/policy.ts";
import { insideOf } from "../access/totals.ts";
import { parentModel, planAnalysis } from "../analysis/analyse.ts";
import type { AnalysisArgs, AnalysisResult } from "../analysis/analysis.ts";
import type { Cell } from "../analysis/columns.ts";
import { isRecord } from "../analysis/dimensions.ts";
import { type AnalysisField, checked } from "../analysis/fields.ts";
import type { RowWithRecords } from "../analysis/key-records.ts";
import { askedOf } from "../analysis/selection.ts";
import type { AnalysisStatement, RawAnalysis } from "../analysis/statement.ts";
import { quote } from "../sql/params.ts";
import { compileWhere } from "../sql/where.ts";
import { argumentsOf } from "./arguments.ts";
import { parsed, type Slot } from "./columns.ts";
import type { AskedField, Compiler } from "./compiler.ts";
import { completer, type ObjectWriter } from "./complete.ts";
import { once, remembered } from "./memory.ts";
import { objectWriter } from "./object.ts";
import { Shape } from "./shape.ts";
import { type Binding, list, type Piece, sql } from "./sql.ts";
import { objectText, prefixOf } from "./text.ts";
import { ROW, WRITE } from "./tree.ts";
import { Unplanned } from "./unplanned.ts";

/** Adds an analysis to the root, or to the rows of a shape, and tells how it is written. */
export function analysisWriter(
  compiler: Compiler,
  outer: Shape,
  { of, by }: AnalysisField,
  { field, node, nodes }: AskedField,
): ObjectWriter {
  const type = field && getNamedType(field.type);
  if (!field || !isObjectType(type)) throw new Unplanned("an analysis of no type");
  // What the public may be told is decided by a table of all places: it is read once, beside the rows, with the groups of all objects.
  const isOfAll = by !== undefined && compiler.role === "public" && isProtected(of.policy);
  const args = argumentsOf<AnalysisArgs>(field, node);
  const info = compiler.infoOf(field, nodes);
  const id = by && outer.column("id");
  const here = isOfAll ? `ARRAY(SELECT id FROM ${quote(outer.table.name)})` : `ARRAY[${outer.alias}.id]`;
  const plan = (binding: Binding) => {
    const given = checked(args(binding));
    const parents = by && { dimension: by, sql: () => here };
    const asked = askedOf(of, given, info);
    const { statement, decide } = planAnalysis(binding.context.viewer, of, given, asked, parents);
    return { asked, statement: statement(binding.params), decide };
  };
  const records = keyRecords(compiler, outer, of, type, nodes, (binding) => binding.once(plan).statement);
  const answer: Piece = (binding) => binding.once(plan).statement.sql;
  const all = list(["a.answer", ...records.pieces]);
  // OFFSET keeps PostgreSQL from working the answer out once for each place that reads it.
  const piece = sql`(SELECT json_build_array(${all}) FROM (SELECT (${answer}) AS answer OFFSET 0) a)`;
  const isInside = insideReader(compiler, of, by);

  const parts = compiler.fieldsOf(type, nodes).map(({ key, field: part, nodes: own }) => {
    const prefix = prefixOf(key);
    if (!part) return { prefix, write: () => JSON.stringify(type.name) };
    compiler.checkShown(type, part.name);
    const name = part.name as keyof AnalysisResult;
    const complete = completer(compiler, part.type, own);
    return { prefix, write: (whole: AnalysisResult, binding: Binding) => complete(whole[name], binding, []) };
  });
  const writeParts = objectText(parts);
  const told = (given: Slot, binding: Binding, outside: (parent: number) => boolean) => {
    const [raw, ...found] = parsed(given) as [RawAnalysis, ...Slot[][][]];
    const { statement, decide } = binding.once(plan);
    return { tell: once(decide(raw, statement, outside)), found };
  };
  const write = ({ tell, found }: ReturnType<typeof told>, parent: number | undefined, binding: Binding) => {
    const result = tell(parent);
    const ofKeys = records.read(found);
    const rows = result.rows.map((row): RowWithRecords => ({ ...row, records: ofKeys }));
    return writeParts({ ...result, rows }, binding);
  };
  if (id !== undefined && !isOfAll) {
    const slot = outer.add(piece);
    return (slots, binding) => {
      const outside = (parent: number) => !isInside(parent, binding);
      return write(told(slots[slot], binding, outside), Number(slots[id]), binding);
    };
  }
  const kept = remembered(compiler, {
    pieces: [piece],
    dependsOn: (binding) => [of.name, args(binding), binding.once(plan).asked, here],
    // What lies outside a partner's regions matters below objects alone.
    read: ([given], binding) => told(given, binding, () => false),
  });
  if (id === undefined) return (_slots, binding) => kept.text(binding, (value) => write(value, undefined, binding));
  return (slots, binding) => write(kept.value(binding), Number(slots[id]), binding);
}

/** The records that the keys of the rows lead to: read once, beside the rows, for those keys alone. */
function keyRecords(
  compiler: Compiler,
  outer: Shape,
  { dimensions }: AnalysisField["of"],
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  statement: (binding: Binding) => AnalysisStatement,
) {
  const loads = [...keysAsked(compiler, type, nodes)].flatMap(([name, selections]) => {
    const dimension = dimensions[name]?.type;
    if (!dimension || !isRecord(dimension)) return [];
    const recordType = compiler.schema.getType(dimension.model);
    if (!isObjectType(recordType)) throw new Unplanned(`records of ${name}`);
    const shape = new Shape(dimension.model, outer.aliases);
    const id = shape.column("id");
    const writers = new Map(
      selections.map(({ node, nodes: own }) => [node, objectWriter(compiler, shape, recordType, own)]),
    );
    const write: ObjectWriter = (slots, binding, [node] = []) =>
      (node && writers.get(node)?.(slots, binding)) ?? "null";
    const { slots, joins, table, alias } = shape;
    const from = `FROM ${quote(table.name)} ${alias}${joins.map((join) => ` ${join}`).join("")}`;
    const place: Piece = (binding) => String(statement(binding).columns.keys.get(name));
    const ids = sql`(SELECT (g->>${place})::int4 FROM json_array_elements(a.answer->'groups') g)`;
    const piece = sql`(SELECT json_agg(json_build_array(${list(slots)})) ${from} WHERE ${alias}.id IN ${ids})`;
    return [{ name, id, write, piece }];
  });
  return {
    pieces: loads.map(({ piece }) => piece),
    read: (found: readonly (Slot[][] | null)[]): RowWithRecords["records"] =>
      new Map(
        loads.map(({ name, id, write }, i) => {
          const rows = (found[i] ?? []).map(
            (row) => [row[id] as Cell, { id: Number(row[id]), [WRITE]: write, [ROW]: row }] as const,
          );
          return [name, new Map<Cell, unknown>(rows)];
        }),
      ),
  };
}

/** The fields of `key`, by name: each under as many aliases as it is asked for. */
function keysAsked(compiler: Compiler, type: GraphQLObjectType, nodes: readonly FieldNode[]) {
  const below = (of: GraphQLObjectType, own: readonly FieldNode[], name: string) =>
    compiler.fieldsOf(of, own).flatMap(({ field, nodes: inner }) => {
      const named = field?.name === name ? getNamedType(field.type) : undefined;
      return isObjectType(named) ? [{ named, inner }] : [];
    });
  const fields = below(type, nodes, "rows")
    .flatMap(({ named, inner }) => below(named, inner, "key"))
    .flatMap(({ named, inner }) => compiler.fieldsOf(named, inner));
  return Map.groupBy(fields, ({ field }) => field?.name ?? "");
}

/** Whether an object lies inside a partner's regions, which is told nothing of others. */
function insideReader(compiler: Compiler, of: AnalysisField["of"], by: AnalysisField["by"]) {
  const model = parentModel(by);
  if (compiler.role !== "partner" || !model) return () => true;
  const condition = (binding: Binding) => insideOf(binding.context.viewer, of.policy, model);
  const rows = new Shape(model, compiler.root.aliases);
  const slot = compiler.root.add((binding) => {
    const where = binding.once(condition);
    if (!where) return "NULL";
    return `(SELECT json_agg(${rows.alias}.id) FROM ${quote(rows.table.name)} ${rows.alias} WHERE ${compileWhere(model, rows.alias, where, binding.params)})`;
  });
  const inside = (binding: Binding) => new Set((parsed(binding.root[slot]) ?? []) as number[]);
  return (parent: number, binding: Binding) => !binding.once(condition) || binding.once(inside).has(parent);
}
