import { GraphQLError } from "graphql";
import { type FieldRule, policyOf } from "./policy.ts";
import { type Role, roles, type Viewer } from "./viewer.ts";

const plural: Record<Role, string> = {
  public: "the public",
  partner: "partners",
  analyst: "analysts",
  steward: "stewards",
};

/**
 * The error for what a viewer may not have.
 *
 * @param what the field, and what was to be done with it: `Farm.altitude cannot be sorted by`
 * @param needed the roles that could
 */
export function forbidden(viewer: Viewer, what: string, needed: readonly Role[], hint = ""): GraphQLError {
  const who = needed.length > 0 ? `only ${needed.map((role) => plural[role]).join(" and ")} may` : "nobody may";
  const message = `Forbidden to ${plural[viewer.role]}: ${what}; ${who}.${hint}`;
  return new GraphQLError(message, { extensions: { code: "FORBIDDEN", role: viewer.role, needed } });
}

/** The roles that may read a field, in whatever form. */
export function readers(rule: FieldRule): Role[] {
  return roles.filter((role) => rule[role] !== "hidden" && rule[role] !== "counted");
}

/** The roles that may filter and sort by a field. */
export function sorters(rule: FieldRule): Role[] {
  return roles.filter((role) => rule[role] === "shown");
}

/** The roles that see any records of a type. */
export function recordReaders(type: string): Role[] {
  return policyOf(type).rows.kind === "household" ? ["partner", "analyst", "steward"] : [...roles];
}
