import { forbidden, readers, sorters } from "../../../schema/src/access/forbidden.ts";
import type { FieldRule } from "../../../schema/src/access/policy.ts";
import { type Role, roles } from "../../../schema/src/access/viewer.ts";
import { graphMap } from "./_generated/graph-map.ts";
import type { Context } from "./context.ts";
import { masked } from "./masks.ts";
import type { Row } from "./record-store.ts";

/** What everybody gets of a field that has no rule. */
const open: FieldRule = { public: "shown", partner: "shown", analyst: "shown", steward: "shown" };

export const ruleOf = (type: string, field: string): FieldRule => graphMap.rights[`${type}.${field}`] ?? open;

/** The roles that see any records of a type. */
export function recordReaders(type: string): readonly Role[] {
  return graphMap.rows[type]?.kind === "household" ? roles.filter((role) => role !== "public") : roles;
}

/** @throws {GraphQLError} `FORBIDDEN` when the caller may not filter by the field */
export function checkFilter({ viewer }: Context, type: string, field: string): void {
  const right = ruleOf(type, field)[viewer.role];
  if (right !== "shown" && right !== "counted")
    throw forbidden(viewer, `to filter by ${type}.${field}`, sorters(ruleOf(type, field)));
}

/** @throws {GraphQLError} `FORBIDDEN` when the caller may not sort by the field */
export function checkSort({ viewer }: Context, type: string, field: string): void {
  const rule = ruleOf(type, field);
  if (rule[viewer.role] !== "shown") throw forbidden(viewer, `to sort by ${type}.${field}`, sorters(rule));
}

/** @throws {GraphQLError} `FORBIDDEN` when the caller sees no record of the type, whatever is in it */
export function checkSeesAny({ viewer }: Context, type: string): void {
  const needed = recordReaders(type);
  if (!needed.includes(viewer.role)) throw forbidden(viewer, `to filter by records of ${type}`, needed);
}

/**
 * What a caller gets of a field's value.
 *
 * @throws {GraphQLError} `FORBIDDEN` when that is nothing
 */
export function told(context: Context, type: string, field: string, row: Row, value: () => unknown): unknown {
  const { viewer } = context;
  const rule = ruleOf(type, field);
  const right = rule[viewer.role];
  if (right === "shown") return value();
  if (right === "hidden" || right === "counted") throw forbidden(viewer, `to read ${type}.${field}`, readers(rule));
  if (right === "audited") {
    if (viewer.purpose) return value();
    const hint = " State what for: with the option purpose of the test server.";
    throw forbidden(viewer, `to read ${type}.${field} without a purpose`, readers(rule), hint);
  }
  const whole = value();
  return whole === null || whole === undefined ? whole : masked(right, whole, type, row);
}

/** Whether the caller sees a record. */
export function sees({ viewer, store }: Context, model: string, row: Row): boolean {
  const rows = graphMap.rows[model];
  if (!rows || viewer.role === "analyst" || viewer.role === "steward") return true;
  const family = rows.path.reduce<Row | null>((from, relation) => from && store.one(from, relation), row);
  if (!family) return rows.kind === "householdOrOpen";
  if (viewer.role === "public") return false;
  const ubigeo = store.one(family, "region")?.ubigeo;
  const hasConsented = family.consentStatus === "GIVEN" && family.consentScope === "RESEARCH";
  return hasConsented && viewer.regions.some((region) => region === ubigeo);
}

/** Whether a record counts in the caller's totals: in a partner's those that it sees, in all others all. */
export function counts(context: Context, model: string, row: Row): boolean {
  return context.viewer.role !== "partner" || sees(context, model, row);
}
