import type { Role } from "./viewer.ts";

/**
 * What a role gets of a field.
 *
 * - `shown`: as it is, also to filter and to sort by
 * - `counted`: never read; but totals may be narrowed and grouped by it
 * - `hidden`: nothing
 * - `audited`: as it is, each read written to the audit log with its purpose
 * - a mask: changed as {@link masks} says; not to filter or to sort by, for that would tell the value
 */
export type Right = "shown" | "counted" | "hidden" | "audited" | MaskName;

export type MaskName = "seal" | "pseudonym" | "householdPseudonym" | "token" | "within10Km" | "within1Km" | "to100";

export type FieldRule = Readonly<Record<Role, Right>>;

/**
 * Which records a role sees.
 *
 * - `open`: everyone sees all
 * - `household`: each record speaks of one family, found by these relations: the public sees none, a partner those of
 *   families of its own regions that have consented to research, analysts and stewards all
 * - `householdOrOpen`: as `household` where the relations lead to a family, else `open`
 * - `enclosed`: reached only from a record of another type, which has been checked
 */
export type RowRule =
  | { kind: "open" }
  | { kind: "enclosed" }
  | { kind: "household" | "householdOrOpen"; path: readonly string[] };

/**
 * How totals of a protected type are kept from telling of a small group: where a record counts, and what else totals may be
 * narrowed by. The paths are those of the `where` type.
 */
export interface Counting {
  /** From the record to its local government and region, as paths of `where`. */
  places: readonly string[];
  /** Fields of `where` by which totals may be narrowed, and what of them makes the cells: the value, or the year of a day. */
  dimensions: Readonly<Record<string, "value" | "year">>;
  /** The column that holds its local government, by its path from the record. */
  place: string;
}

export interface Policy {
  /** Name of the type in the graph, and of its model where it has one. */
  readonly type: string;
  readonly rows: RowRule;
  readonly fields: Readonly<Record<string, FieldRule>>;
  readonly counting?: Counting;
}

const rule = (forPublic: Right, partner: Right, analyst: Right, steward: Right): FieldRule => ({
  public: forPublic,
  partner,
  analyst,
  steward,
});

/** Rules that many fields share. */
export const rules = {
  open: rule("shown", "shown", "shown", "shown"),
  /** Of a family's record. */
  record: rule("hidden", "shown", "shown", "shown"),
  /** Of a family's record, and totals may be narrowed by it. */
  counted: rule("counted", "shown", "shown", "shown"),
  /** Too close to the household for partners. */
  near: rule("hidden", "hidden", "shown", "shown"),
  /** Totals for the public, records for those who may know how near they are; for partners it would be the way back. */
  nearTotals: rule("shown", "hidden", "shown", "shown"),
  pseudonym: rule("hidden", "pseudonym", "pseudonym", "shown"),
  /** A global id. */
  seal: rule("hidden", "seal", "seal", "shown"),
  /** A global id of records that in part are open. */
  openSeal: rule("shown", "seal", "seal", "shown"),
  token: rule("hidden", "token", "token", "shown"),
  /** A code that is a pseudonym where it stands for a household. */
  householdCode: rule("shown", "householdPseudonym", "householdPseudonym", "shown"),
  coordinates: rule("hidden", "within10Km", "within1Km", "shown"),
  altitude: rule("hidden", "to100", "shown", "shown"),
  /** Names and national ids. */
  identity: rule("hidden", "hidden", "hidden", "audited"),
};

/** The same rule for several fields. */
export function each(fieldRule: FieldRule, ...fields: string[]): Record<string, FieldRule> {
  return Object.fromEntries(fields.map((field) => [field, fieldRule]));
}

const policies = new Map<string, Policy>();
/** Rules of fields that are added to types from elsewhere, perhaps before the types are declared. */
const added = new Map<string, Record<string, FieldRule>>();

/** Declares what each role gets of a type; a field that is not named is hidden from everyone. */
export function policy(type: string, declared: Omit<Policy, "type">): Policy {
  if (policies.has(type)) throw new Error(`${type} has two policies.`);
  const made = { type, ...declared };
  policies.set(type, made);
  return made;
}

/** A type all of whose records and fields everyone may see. */
export function openPolicy(type: string, ...fields: string[]): Policy {
  return policy(type, { rows: { kind: "open" }, fields: each(rules.open, ...fields) });
}

/** A part of other records: whoever sees those sees all of it. */
export function enclosedPolicy(type: string, ...fields: string[]): Policy {
  return policy(type, { rows: { kind: "enclosed" }, fields: each(rules.open, ...fields) });
}

/** The policy of the root, to which every field there adds its own. */
policy("Query", { rows: { kind: "open" }, fields: {} });

/** Declares what each role gets of a field of the root. */
export function rootPolicy(field: string, fieldRule: FieldRule): void {
  fieldPolicy("Query", field, fieldRule);
}

/** Declares what each role gets of a field that is added to a type from elsewhere. */
export function fieldPolicy(type: string, field: string, fieldRule: FieldRule): void {
  added.set(type, { ...added.get(type), [field]: fieldRule });
}

/** Whether some role that sees records of a type gets nothing of a field, which then can be null. */
export function isHiddenFromSome(type: string, field: string): boolean {
  const seesRecords = (role: string) => role !== "public" || policies.get(type)?.rows.kind !== "household";
  return Object.entries(ruleOf(type, field)).some(
    ([role, right]) => seesRecords(role) && (right === "hidden" || right === "counted"),
  );
}

const nobody = rule("hidden", "hidden", "hidden", "hidden");

export function policyOf(type: string): Policy {
  const found = policies.get(type);
  if (!found) throw new Error(`${type} has no policy.`);
  return { ...found, fields: { ...found.fields, ...added.get(type) } };
}

export const hasPolicy = (type: string): boolean => policies.has(type);

/** Denies by default. */
export function ruleOf(type: string, field: string): FieldRule {
  return policies.get(type)?.fields[field] ?? added.get(type)?.[field] ?? nobody;
}

/** Whether records of the type may speak of a family. */
export function isProtected(declared: Policy): declared is ProtectedPolicy {
  return declared.rows.kind === "household" || declared.rows.kind === "householdOrOpen";
}

/** The policy of a type whose records speak of families. */
export interface ProtectedPolicy extends Policy {
  readonly rows: Extract<RowRule, { path: readonly string[] }>;
}
