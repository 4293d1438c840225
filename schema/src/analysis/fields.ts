import type { GraphQLResolveInfo } from "graphql";
import { type FieldRule, fieldPolicy, isHiddenFromSome, rootPolicy, rules } from "../access/policy.ts";
import { type AnyObject, builder } from "../builder.ts";
import { batched } from "../connection/batch.ts";
import type { GraphContext } from "../context.ts";
import { argumentError } from "../errors.ts";
import { analyse, MOST_ROWS } from "./analyse.ts";
import type { AnalysisArgs, AnalysisResult } from "./analysis.ts";
import type { Dimension } from "./dimensions.ts";
import { askedOf } from "./selection.ts";
import { type AnalysisTypes, YearRange } from "./types.ts";

/** Where an analysis hangs: on the root, or on objects that a dimension of its records leads to. */
export interface AnalysisField {
  of: AnalysisTypes;
  by?: Dimension;
}

/** The analysis that a field of the schema gives, for whoever answers it in another way. */
export function analysisAt({ extensions }: { extensions: object }): AnalysisField | undefined {
  return (extensions as { chacraAnalysis?: AnalysisField }).chacraAnalysis;
}

const marked = (chacraAnalysis: AnalysisField) => ({ chacraAnalysis });

/** Adds an analysis to the query root. */
export function rootAnalysis(field: string, target: AnalysisTypes, description: string): void {
  rootPolicy(field, rules.open);
  builder.queryField(field, (t) =>
    t.field({
      type: target.ref,
      description,
      args: analysisArgs(target),
      extensions: marked({ of: target }),
      resolve: async (_root, args, context, info) => {
        const [result] = await analyse(context, target, checked(args), askedOf(target, args, info));
        return result as AnalysisResult;
      },
    }),
  );
}

/** Adds analyses to an object type: of the records that lie in it, or belong to it, as a dimension of the analysis says. */
export function analyses(
  parent: AnyObject,
  type: string,
  fields: Record<string, { of: AnalysisTypes; by: Dimension; description: string; rule?: FieldRule }>,
): void {
  for (const [field, { rule = rules.open }] of Object.entries(fields)) fieldPolicy(type, field, rule);
  builder.objectFields(parent, (t) => {
    const declare = (field: string, of: AnalysisTypes, by: Dimension, description: string) =>
      t.field({
        type: of.ref,
        nullable: isHiddenFromSome(type, field) as false,
        description,
        args: analysisArgs(of),
        extensions: marked({ of, by }),
        resolve: (row: unknown, args: AnalysisArgs, context: GraphContext, info: GraphQLResolveInfo) => {
          const asked = askedOf(of, args, info);
          return batched(context, info, "analysis", (row as { id: number }).id, (ids) =>
            analyse(context, of, checked(args), asked, { dimension: by, ids }),
          );
        },
      });
    return Object.fromEntries(
      Object.entries(fields).map(([field, { of, by, description }]) => [field, declare(field, of, by, description)]),
    );
  });
}

/** @throws {GraphQLError} `BAD_PAGE` */
export function checked(args: AnalysisArgs): AnalysisArgs {
  const { first } = args;
  if (typeof first === "number" && (first < 0 || first > MOST_ROWS)) {
    throw argumentError("BAD_PAGE", "first", `first must be from 0 to ${MOST_ROWS}, not ${first}.`);
  }
  return args;
}

function analysisArgs({ plural, where, having, orderBy, panel }: AnalysisTypes) {
  return builder.args((t) => ({
    ...Object.fromEntries(
      Object.entries(panel?.args ?? {}).map(([name, { type, description }]) => [
        name,
        t.field({ type, required: true, description }),
      ]),
    ),
    where: t.field({ type: where.ref, description: `Which ${plural} to take; all when absent.` }),
    having: t.field({ type: having, description: "Which rows to keep; all when absent." }),
    orderBy: t.field({
      type: [orderBy],
      description:
        "How to sort the rows; by the fields of key, in the order in which they are selected, when absent and where that leaves a tie.",
    }),
    first: t.int({ description: `Number of rows to keep, ${MOST_ROWS} at most; as many when absent.` }),
    fillYears: t.field({
      type: YearRange,
      description:
        "Years of which rows are added where there are none, with a count of 0; a year or quarter has to be selected in key.",
    }),
  }));
}
