import { builder } from "../builder.ts";
import { enclosedPolicy } from "./policy.ts";

/** Why totals are not told. */
export type SuppressionReason = "SMALL_CELL" | "UNSAFE_FILTER" | "OUTSIDE_YOUR_REGIONS";

export interface Suppression {
  reason: SuppressionReason;
  /** Number of families. */
  threshold: number;
}

const SuppressionReasonType = builder.enumType("SuppressionReason", {
  description: "Why totals are not told.",
  values: {
    SMALL_CELL: {
      description:
        "They are of fewer families than the threshold, or a group of fewer could be worked out by taking them from other totals.",
    },
    UNSAFE_FILTER: {
      description:
        "The where narrows families by more than place and the few dimensions that totals may be narrowed by, so that they could be singled out.",
    },
    OUTSIDE_YOUR_REGIONS: { description: "They are of a place outside your regions." },
  } as const,
});

enclosedPolicy("Suppression", "reason", "threshold");
export const SuppressionType = builder.objectRef<Suppression>("Suppression").implement({
  description: "That totals are withheld, so that they tell of no small group of families.",
  fields: (t) => ({
    reason: t.expose("reason", { type: SuppressionReasonType, description: "Why." }),
    threshold: t.exposeInt("threshold", {
      description: "The smallest number of families that totals may tell of to you, in families.",
    }),
  }),
});
