import type { GraphQLSchema } from "graphql";
import { enclosedPolicy } from "../access/policy.ts";
import { builder } from "../builder.ts";
import type { FigureDefinition, Period } from "./definitions.ts";
import { listQuery, toldOf, whereText } from "./measure.ts";
import type { Live } from "./plan.ts";

/** Where a figure comes from. */
export interface LineageShape {
  definition: FigureDefinition;
  period: Period;
  live(): Live | Promise<Live>;
  schema: GraphQLSchema;
}

enclosedPolicy("Lineage", "definition", "formula", "records", "filter", "query");
export const Lineage = builder.objectRef<LineageShape>("Lineage").implement({
  description: "How a figure comes out of the records, and which records those are.",
  fields: (t) => ({
    definition: t.string({
      description: "What is measured, in words.",
      resolve: ({ definition: { definition } }) => definition,
    }),
    formula: t.string({
      description: "How the figure is worked out from the records.",
      resolve: ({ definition: { formula } }) => formula,
    }),
    records: t.int({
      nullable: true,
      description: "Number of records that the figure is worked out from; null when suppressed.",
      resolve: ({ live }) => toldOf(live(), ({ records }) => records),
    }),
    filter: t.string({
      description: "The where that selects the records, in the language of queries.",
      resolve: ({ definition, period, schema }) => whereText(schema, definition, period),
    }),
    query: t.string({
      description: "A query that lists exactly the records, page by page, to whoever may read them.",
      resolve: ({ definition, period, schema }) => listQuery(schema, definition, period),
    }),
  }),
});
