import { FigureComparison, type Prisma, type PublishedFigure } from "@chacra/prisma";
import type { GraphQLSchema } from "graphql";
import { enclosedPolicy, rootPolicy, rules } from "../access/policy.ts";
import { SuppressionType } from "../access/suppression.ts";
import { thresholdOf } from "../access/totals.ts";
import type { Viewer } from "../access/viewer.ts";
import { builder } from "../builder.ts";
import { recordById } from "../connection/batch.ts";
import { Source } from "../entities/source/object.ts";
import { enumType } from "../enum-type.ts";
import { argumentError } from "../errors.ts";
import { definitions, type FigureDefinition, type Period, PROGRAMME } from "./definitions.ts";
import { Lineage } from "./lineage.ts";
import { measureAll, toldOf } from "./measure.ts";
import type { Live } from "./plan.ts";

const FigureComparisonType = enumType("FigureComparison", FigureComparison, "How a published figure is put.", {
  EXACT: "The figure is given as it is, to its last digit.",
  APPROXIMATELY: "About the figure: it agrees with what lies within one percent of it.",
  OVER: "More than the figure.",
  AT_MOST: "The figure or less, as of ranks.",
});

/** A line of the fact sheet; its live value may be known already. */
export interface FigureShape {
  published: PublishedFigure;
  definition: FigureDefinition;
  period: Period;
  live(): Live | Promise<Live>;
  schema: GraphQLSchema;
}

enclosedPolicy(
  "Figure",
  ...["code", "title", "titleEs", "unit", "value", "suppressed", "comparison", "publishedValue", "source", "agrees"],
  "lineage",
);
const Figure = builder.objectRef<FigureShape>("Figure").implement({
  description: "A line of the fact sheet: what was published, and what the records say today.",
  fields: (t) => ({
    code: t.string({ description: "Code of the line.", resolve: ({ published }) => published.code }),
    title: t.string({ description: "What the figure is of, in English.", resolve: ({ published }) => published.title }),
    titleEs: t.string({
      description: "What the figure is of, in Spanish.",
      resolve: ({ published }) => published.titleEs,
    }),
    unit: t.string({
      description: "Unit of the values. Example: hectares.",
      resolve: ({ published }) => published.unit,
    }),
    value: t.field({
      type: "Decimal",
      nullable: true,
      description: "The value worked out from the records, in the unit; null when there are none, or suppressed.",
      resolve: ({ live }) => toldOf(live(), ({ value }) => value?.toDecimalPlaces(4) ?? null),
    }),
    suppressed: t.field({
      type: SuppressionType,
      nullable: true,
      description: "Why the value is not told; null when it is.",
      resolve: ({ live }) => toldOf(live(), ({ suppressed }) => suppressed),
    }),
    comparison: t.field({
      type: FigureComparisonType,
      description: "How the published value is put.",
      resolve: ({ published }) => published.comparison,
    }),
    publishedValue: t.field({
      type: "Decimal",
      nullable: true,
      description: "The value as published, of 2018 to 2022, in the unit; null where none was.",
      resolve: ({ published }) => published.value,
    }),
    source: t.field({
      type: Source,
      description: "Where it was published.",
      resolve: ({ published }, _args, context, info) => recordById(context, info, "Source", published.sourceId),
    }),
    agrees: t.boolean({
      nullable: true,
      description:
        "Whether the value is what was published, as the comparison has it; null when one of them is missing, or the period is not that of the programme.",
      resolve: ({ published, definition, period, live }, _args, { viewer }) => {
        const isOfProgramme = period.from === PROGRAMME.from && period.to === PROGRAMME.to;
        return toldOf(live(), ({ value }) =>
          isOfProgramme && value && published.value
            ? agrees(value, published, isRough(definition, viewer) ? thresholdOf(viewer) : undefined)
            : null,
        );
      },
    }),
    lineage: t.field({
      type: Lineage,
      description: "How the value comes out of the records.",
      resolve: (figure) => figure,
    }),
  }),
});

/** Numbers of different people are told to the public roughly, so they can agree only roughly. */
function isRough({ measure: how }: FigureDefinition, { role }: Viewer): boolean {
  return role === "public" && how.kind === "analysis" && how.read.startsWith("countDistinct.");
}

function agrees(value: Prisma.Decimal, { value: published, comparison }: PublishedFigure, step: number | undefined) {
  if (!published) return null;
  switch (comparison) {
    case "OVER":
      return value.gt(published);
    case "AT_MOST":
      return value.lte(published);
    case "APPROXIMATELY":
      return value.minus(published).abs().lte(published.times(0.01));
    default:
      return step === undefined
        ? value.toDecimalPlaces(published.decimalPlaces()).eq(published)
        : value.minus(published).abs().lt(step);
  }
}

enclosedPolicy("FactSheet", "from", "to", "figures");
const FactSheet = builder.objectRef<{ period: Period; schema: GraphQLSchema }>("FactSheet").implement({
  description: "The figures by which the programme is known, each worked out from the records.",
  fields: (t) => ({
    from: t.field({
      type: "Date",
      description: "First day of the period.",
      resolve: ({ period }) => new Date(period.from),
    }),
    to: t.field({ type: "Date", description: "Last day of the period.", resolve: ({ period }) => new Date(period.to) }),
    figures: t.field({
      type: [Figure],
      description: "The lines of the fact sheet, in its order.",
      args: { codes: t.arg.stringList({ description: "Codes of the lines to give; all when absent." }) },
      resolve: async ({ period, schema }, { codes }, context) => {
        const published = await context.prisma.publishedFigure.findMany({
          where: codes ? { code: { in: codes } } : {},
          orderBy: { id: "asc" },
        });
        const known = published.flatMap((figure) => {
          const definition = definitions[figure.code];
          return definition ? [{ published: figure, definition }] : [];
        });
        const lives = measureAll(
          context,
          schema,
          known.map(({ definition }) => definition),
          period,
        );
        return known.map((figure, i) => ({ ...figure, period, schema, live: lives[i] as () => Promise<Live> }));
      },
    }),
  }),
});

rootPolicy("factSheet", rules.open);
builder.queryField("factSheet", (t) =>
  t.field({
    type: FactSheet,
    description:
      "The fact sheet of the programme, live: each of its figures with what was published, whether that agrees, and how to get at the records behind it.",
    args: {
      from: t.arg({ type: "Date", description: "First day of the period; 2018-01-01 when absent." }),
      to: t.arg({ type: "Date", description: "Last day of the period; 2022-12-31 when absent." }),
    },
    resolve: (_root, args, _context, { schema }) => ({ period: periodOf(args), schema }),
  }),
);

/** @throws {GraphQLError} `BAD_ARGUMENT` when the days are not in order */
export function periodOf({ from, to }: { from?: Date | null; to?: Date | null }): Period {
  const day = (date: Date | null | undefined) => date?.toISOString().slice(0, 10);
  const period = { from: day(from) ?? PROGRAMME.from, to: day(to) ?? PROGRAMME.to };
  if (period.from <= period.to) return period;
  throw argumentError("BAD_ARGUMENT", "to", `to must be a day on or after from (${period.from}), not ${period.to}.`);
}
