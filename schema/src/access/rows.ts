import { ConsentScope, ConsentStatus } from "@chacra/prisma";
import { any, everything, isEverything, nothing, type WhereValue } from "../connection/logic.ts";
import type { GraphContext } from "../context.ts";
import { isProtected, type Policy, policyOf } from "./policy.ts";
import type { Viewer } from "./viewer.ts";

/** The families whose records a partner sees; a withdrawn consent counts from the next statement on. */
function familiesOf(partner: Viewer): WhereValue {
  return {
    region: { ubigeo: { in: [...partner.regions] } },
    consentStatus: ConsentStatus.GIVEN,
    consentScope: ConsentScope.RESEARCH,
  };
}

/** Which records of a type a viewer sees, as a Prisma `where`. */
export function visibleRows(policy: Policy, viewer: Viewer): WhereValue {
  if (!isProtected(policy) || viewer.role === "analyst" || viewer.role === "steward") return everything;
  const { kind, path } = policy.rows;
  const along = (end: unknown) => path.reduceRight((inner, relation) => ({ [relation]: inner }), end) as WhereValue;
  const ofHouseholds = viewer.role === "partner" ? along(familiesOf(viewer)) : nothing;
  return kind === "household" ? ofHouseholds : any([along(null), ofHouseholds]);
}

/**
 * Which records count in a viewer's totals. The public sees no records and yet the totals of all of them; a partner's totals are of
 * what it sees, so that they say nothing of the families that did not consent.
 */
export function countedRows(policy: Policy, viewer: Viewer): WhereValue {
  return viewer.role === "partner" ? visibleRows(policy, viewer) : everything;
}

/** Whether a viewer sees no record of the type, whatever is in it. */
export function seesNoRecords(policy: Policy, viewer: Viewer): boolean {
  return policy.rows.kind === "household" && viewer.role === "public";
}

/** The one record with this id, if the viewer sees it: how `node` and `nodes` find records of protected types. */
export function visibleById(type: string, id: string | number, { viewer }: GraphContext): { id: number } {
  const visible = visibleRows(policyOf(type), viewer);
  // Prisma looks up several ids at once only when nothing else is asked.
  return { id: Number(id), ...(isEverything(visible) ? {} : { AND: [visible] }) };
}
