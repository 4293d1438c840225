import type { Policy } from "../access/policy.ts";
import type { Suppression } from "../access/suppression.ts";
import type { WhereValue } from "../connection/logic.ts";
import type { ModelName } from "../connection/rows.ts";
import type { Where } from "../connection/where.ts";
import type { From } from "../sql/from.ts";
import type { Params } from "../sql/params.ts";
import type { Dimension } from "./dimensions.ts";
import type { Measure } from "./measures.ts";
import type { AnalysisRow } from "./row.ts";

/** What can be worked out over the records of a type. */
export interface Analysis {
  /** Name of its types: `Farm` gives FarmAnalysis, FarmAnalysisRow and FarmAnalysisKey. */
  name: string;
  plural: string;
  model: ModelName;
  policy: Policy;
  where: Where;
  dimensions: Record<string, Dimension>;
  measures: Record<string, Measure>;
  distinct: Record<string, Distinct>;
  /** Where only some of the records are looked at, or more than their own columns. */
  panel?: Panel;
}

/** Different records that the records lead to. */
export interface Distinct {
  description: string;
  /** The column that tells them apart, by its path. */
  column: string;
  /** Whether they are a household's own: their number is rounded for the public. */
  ofHouseholds: boolean;
}

/** A part of the records, chosen by arguments of its own. */
export interface Panel {
  args: Record<string, { type: "Int"; description: string }>;
  /** @throws {GraphQLError} `BAD_ARGUMENT` */
  where(args: PanelArgs): WhereValue;
  join(from: From, args: PanelArgs, params: Params): void;
  /** Whether the public may be told of it: one choice can be open, but not what lies between two. */
  isOpen(args: PanelArgs): boolean;
}

export type PanelArgs = Record<string, number>;

/** The arguments of an analysis field. */
export interface AnalysisArgs extends PanelRecord {
  where?: WhereValue | null;
  having?: WhereValue | null;
  orderBy?: readonly Record<string, unknown>[] | null;
  fillYears?: { from: number; to: number } | null;
  first?: number | null;
}

type PanelRecord = Record<string, unknown>;

export interface AnalysisResult {
  rows: AnalysisRow[];
  rowCount: number;
  suppressed: Suppression | null;
}
