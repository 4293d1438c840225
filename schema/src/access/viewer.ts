/** What a caller may be, from the least right to the most. */
export const roles = ["public", "partner", "analyst", "steward"] as const;
export type Role = (typeof roles)[number];

/** Who asks. */
export interface Viewer {
  readonly role: Role;
  /** Names the caller in the audit log and to the rate limit: never a secret, never a person's data. */
  readonly id: string;
  /** What the caller wants the data for, as stated when the credential was made or with the request. */
  readonly purpose: string | null;
  /** Of a partner: whose app it is. Pseudonyms stay the same for one partner, whatever key or token it comes with. */
  readonly partner: string | null;
  /** Of a partner: the ubigeos of the regions that it may see. Others are not bound to regions. */
  readonly regions: readonly string[];
}

/** A caller of a role that is bound to no region. */
export function viewerOf(role: Exclude<Role, "partner">, id = "anonymous", purpose: string | null = null): Viewer {
  return { role, id, purpose, partner: null, regions: [] };
}
