import { forbidden, sorters } from "../access/forbidden.ts";
import { isProtected, ruleOf } from "../access/policy.ts";
import type { GraphContext } from "../context.ts";
import type { Analysis } from "./analysis.ts";
import { isOfOneRecord } from "./measures.ts";
import type { AnalysisRow } from "./row.ts";

/**
 * A minimum, a maximum and a median are values of single records: they are for who may read those.
 *
 * @throws {GraphQLError} `FORBIDDEN`
 */
export function maySeeSingleValues(
  { viewer }: Pick<GraphContext, "viewer">,
  { policy, measures, model, name: analysis }: Analysis,
  measure: string,
  aggregate: string,
  row?: AnalysisRow,
): void {
  if (!isOfOneRecord(aggregate) || !isProtected(policy)) return;
  const rule = ruleOf(model, measures[measure]?.field ?? measure);
  const isShown = rule[viewer.role] === "shown";
  if (isShown && row?.roundedTo === undefined) return;
  const what = `to know the ${aggregate} of ${analysis}Analysis.${measure}, the value of one record`;
  if (!isShown) throw forbidden(viewer, what, sorters(rule));
  throw forbidden(viewer, `${what} of a family`, ["partner", "analyst", "steward"]);
}
