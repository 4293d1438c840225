import type { MaskName } from "../../../schema/src/access/policy.ts";
import { opaque, plain } from "./opaque.ts";
import type { Row } from "./record-store.ts";

const PREFIX = "P-";

/** A name by which one finds a record again; unlike a server's it can be read, and is the same for all who get one. */
export const pseudonym = (type: string, id: unknown): string => PREFIX + opaque(`${type} ${id}`);

/** The id of the record that a pseudonym names. */
export function idOf(type: string, name: string): number | undefined {
  const [known, id] = (name.startsWith(PREFIX) && plain(name.slice(PREFIX.length))?.split(" ")) || [];
  return known === type ? Number(id) : undefined;
}

export const globalId = (type: string, id: unknown): string => opaque(`${type}:${id}`);

/** A value as it is shown to who may not have it as it is. */
export function masked(mask: MaskName, value: unknown, type: string, row: Row): unknown {
  switch (mask) {
    case "seal":
      return globalId(type, pseudonym(type, row.id));
    case "pseudonym":
      return pseudonym(type, row.id);
    case "householdPseudonym":
      return row.recipientFamilyId === null ? value : pseudonym(type, row.id);
    case "token":
      return PREFIX + opaque(String(value));
    case "within10Km":
      return rounded(value, 1);
    case "within1Km":
      return rounded(value, 2);
    case "to100":
      return Math.round(Number(value) / 100) * 100;
  }
}

function rounded(point: unknown, digits: number): object {
  const round = ([name, degrees]: [string, unknown]) => [name, Number(Number(degrees).toFixed(digits))];
  return Object.fromEntries(Object.entries(Object(point)).map(round));
}
