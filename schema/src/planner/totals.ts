import { Prisma } from "@chacra/prisma";
import { cellStatement, type RawCell, toCell } from "../access/cells.ts";
import { isProtected, policyOf } from "../access/policy.ts";
import { countedRows } from "../access/rows.ts";
import { needsCare, planTotals, type TotalsDecision } from "../access/totals.ts";
import type { Connection, ConnectionTotals } from "../connection/connection.ts";
import type { ConnectionField } from "../connection/fields.ts";
import { all } from "../connection/logic.ts";
import { totalsOf } from "../connection/plan.ts";
import { foreignKey } from "../connection/rows.ts";
import { quote } from "../sql/params.ts";
import { compileWhere } from "../sql/where.ts";
import { parsed, type Slot } from "./columns.ts";
import type { Compiler } from "./compiler.ts";
import type { Bound } from "./connection.ts";
import { once, remembered } from "./memory.ts";
import { on, Shape } from "./shape.ts";
import { type Binding, type Piece, sql } from "./sql.ts";

/** Reads the totals of a connection out of a row. */
type TotalsReader = (slots: readonly Slot[], binding: Binding) => ConnectionTotals;

/** Adds to a shape what the totals of a connection on its rows need. */
export function totalsReader(
  compiler: Compiler,
  to: Connection,
  bound: (binding: Binding) => Bound,
  outer: Shape,
  parent: ConnectionField["parent"],
): TotalsReader {
  // What belongs to one household's record is part of it: whoever sees the record may count it.
  const isOwn = parent !== undefined && isProtected(policyOf(parent.model));
  if (!isOwn && needsCare(to.policy, { role: compiler.role })) return guardedTotals(compiler, to, bound, outer, parent);
  const slot = outer.add(plainTotals(to, bound, outer, parent));
  return (slots) => totalsIn(parsed(slots[slot]), to);
}

function plainTotals(
  to: Connection,
  bound: (binding: Binding) => Bound,
  outer: Shape,
  parent: ConnectionField["parent"],
): Piece {
  const rows = new Shape(to.model, outer.aliases);
  const column = (name: string) => `${rows.alias}.${quote(rows.table.columns[name]?.name ?? "")}`;
  const values = ["count(*)", ...Object.keys(to.sums ?? {}).map((name) => `sum(${column(name)})::text`)].join(", ");
  const belongs = parent ? [on(outer.relation(parent.relation), outer.alias, rows.alias)] : [];
  const where: Piece = (binding) => {
    const counted = parent ? {} : countedRows(to.policy, binding.context.viewer);
    const condition = all([bound(binding).where, counted]);
    return [...belongs, compileWhere(to.model, rows.alias, condition, binding.params)].join(" AND ");
  };
  const from = `FROM ${quote(rows.table.name)} ${rows.alias} WHERE `;
  const isByCurrency = Object.values(to.sums ?? {}).some(({ kind }) => kind === "money");
  if (!isByCurrency) return sql`(SELECT json_build_array(json_build_array(NULL, ${values})) ${from}${where})`;
  const currency = column("currency");
  return sql`(SELECT json_agg(g.r ORDER BY g.c) FROM (SELECT ${currency} AS c, json_build_array(${currency}, ${values}) AS r ${from}${where} GROUP BY ${currency}) g)`;
}

function totalsIn(groups: unknown, { sums = {} }: Connection): ConnectionTotals {
  const names = Object.keys(sums);
  const decimal = (text: string | null | undefined) => (typeof text === "string" ? new Prisma.Decimal(text) : null);
  return totalsOf(
    sums,
    ((groups ?? []) as [string | null, number, ...(string | null)[]][]).map(([currency, count, ...values]) => ({
      currency,
      _count: { _all: count },
      _sum: Object.fromEntries(names.map((name, i) => [name, decimal(values[i])])),
    })),
  );
}

/** One table answers for all parents, and is read once, beside the rows. */
function guardedTotals(
  compiler: Compiler,
  to: Connection,
  bound: (binding: Binding) => Bound,
  outer: Shape,
  parent: ConnectionField["parent"],
): TotalsReader {
  const parents = parent && { model: parent.model, column: foreignKey(parent.model, parent.relation).column };
  const names = Object.keys(to.sums ?? {});
  const plan = (binding: Binding) => planTotals(binding.context.viewer, to, bound(binding).args.where, parents);
  const cells: Piece = (binding) => {
    const text = cellStatement(to.model, to.policy, names, binding.once(plan).query, binding.params);
    return `(SELECT json_agg(row_to_json(x)) FROM (${text}) x)`;
  };
  const rows = parents && new Shape(parents.model, outer.aliases);
  const inside: Piece = (binding) => {
    const condition = binding.once(plan).inside;
    if (!condition || !parents || !rows) return "NULL";
    const where = compileWhere(parents.model, rows.alias, condition, binding.params);
    return `(SELECT json_agg(${rows.alias}.id) FROM ${quote(rows.table.name)} ${rows.alias} WHERE ${where})`;
  };
  const decide = remembered(compiler, {
    pieces: [cells, inside],
    dependsOn: (binding) => [to.name, parents, bound(binding).args.where],
    read([given, ids], binding): TotalsDecision {
      const { query, inside: isBound, decide: decision } = binding.once(plan);
      const own = new Set((parsed(ids) ?? []) as number[]);
      const cells = ((parsed(given) ?? []) as RawCell[]).map((cell) => toCell(cell, names, query));
      return once(decision(cells, (id) => isBound !== undefined && !own.has(id)));
    },
  });
  if (!parent) return (_slots, binding) => decide.value(binding)();
  const id = outer.column("id");
  return (slots, binding) => decide.value(binding)(Number(slots[id]));
}
