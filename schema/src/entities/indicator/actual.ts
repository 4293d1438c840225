import type { Prisma } from "@chacra/prisma";
import type { GraphQLSchema } from "graphql";
import { enclosedPolicy, fieldPolicy, rules } from "../../access/policy.ts";
import { type Suppression, SuppressionType } from "../../access/suppression.ts";
import { builder } from "../../builder.ts";
import { recordById } from "../../connection/batch.ts";
import type { GraphContext } from "../../context.ts";
import { definitions, type FigureDefinition, PROGRAMME } from "../../fact-sheet/definitions.ts";
import { Lineage } from "../../fact-sheet/lineage.ts";
import { type LiveOf, measure, measureBy, toldOf } from "../../fact-sheet/measure.ts";
import { needing } from "../../needs.ts";
import { Region } from "../region/object.ts";
import { Indicator } from "./object.ts";

/** What has been reached, by what it is split by. */
interface ActualShape {
  year: number | null;
  region: number | null;
  value: Prisma.Decimal | null;
  suppressed: Suppression | null;
}

const PARTS = "null where the graph holds no records of it";

enclosedPolicy("IndicatorActual", "year", "region", "value", "suppressed");
const IndicatorActual = builder.objectRef<ActualShape>("IndicatorActual").implement({
  description: "What has been reached in one year, or in one region.",
  fields: (t) => ({
    year: t.int({
      nullable: true,
      description: "The calendar year; null where the value is of a region.",
      resolve: ({ year }) => year,
    }),
    region: t.field({
      type: Region,
      nullable: true,
      description: "The region; null where the value is of a year.",
      resolve: ({ region }, _args, context, info) =>
        region === null ? null : recordById(context, info, "Region", region),
    }),
    value: t.field({
      type: "Decimal",
      nullable: true,
      description: "What has been reached, in the unit of the indicator; null when suppressed.",
      resolve: ({ value }) => value?.toDecimalPlaces(4) ?? null,
    }),
    suppressed: t.field({
      type: SuppressionType,
      nullable: true,
      description: "Why the value is not told; null when it is.",
      resolve: ({ suppressed }) => suppressed,
    }),
  }),
});

function definitionOf({ code }: { code: string }): FigureDefinition | undefined {
  return Object.values(definitions).find(({ indicators }) => indicators?.includes(code));
}

async function actualsBy(
  indicator: { code: string },
  key: "year" | "region",
  context: GraphContext,
  schema: GraphQLSchema,
): Promise<ActualShape[]> {
  const definition = definitionOf(indicator);
  const parts: LiveOf[] = definition ? await measureBy(context, schema, definition, PROGRAMME, key) : [];
  return parts.map(({ key: value, ...live }) => ({ ...live, year: null, region: null, [key]: value as number }));
}

for (const field of ["actual", "actualsByYear", "actualsByRegion", "lineage"])
  fieldPolicy("Indicator", field, rules.open);

builder.prismaObjectFields(Indicator, (t) => ({
  actual: t.field({
    type: "Decimal",
    nullable: true,
    description: `What was reached from 2018 to 2022, worked out from the records, in the unit; ${PARTS}, or when suppressed.`,
    select: { code: true },
    extensions: needing("schema", "figures"),
    resolve: (indicator, _args, context, { schema }) => {
      const definition = definitionOf(indicator);
      if (!definition) return null;
      return toldOf(measure(context, schema, definition), ({ value }) => value?.toDecimalPlaces(4) ?? null);
    },
  }),
  actualsByYear: t.field({
    type: [IndicatorActual],
    description: "What was reached in each year from 2018 to 2022; none where the records have no year of their own.",
    select: { code: true },
    resolve: (indicator, _args, context, { schema }) => actualsBy(indicator, "year", context, schema),
  }),
  actualsByRegion: t.field({
    type: [IndicatorActual],
    description: "What was reached in each region from 2018 to 2022; none where the records have no region.",
    select: { code: true },
    resolve: (indicator, _args, context, { schema }) => actualsBy(indicator, "region", context, schema),
  }),
  lineage: t.field({
    type: Lineage,
    nullable: true,
    description: `How the actual value comes out of the records; ${PARTS}.`,
    select: { code: true },
    extensions: needing("schema", "figures"),
    resolve: (indicator, _args, context, { schema }) => {
      const definition = definitionOf(indicator);
      return definition
        ? { definition, period: PROGRAMME, schema, live: () => measure(context, schema, definition) }
        : null;
    },
  }),
}));
