import type { AnalysisTypes } from "../analysis/types.ts";
import type { Connection } from "../connection/connection.ts";
import { coordinationBodies } from "../entities/coordination-body/query.ts";
import { countryRankings } from "../entities/country-ranking/query.ts";
import { enterprises } from "../entities/enterprise/query.ts";
import { familyAnalysis } from "../entities/family/analysis.ts";
import { incomeChangeAnalysis } from "../entities/family/income-change-analysis.ts";
import { families } from "../entities/family/query.ts";
import { interventions } from "../entities/intervention/query.ts";
import { investmentAnalysis } from "../entities/investment/analysis.ts";
import { investments } from "../entities/investment/query.ts";
import { localities } from "../entities/locality/query.ts";
import { marketEvents } from "../entities/market-event/query.ts";
import { organizations } from "../entities/organization/query.ts";
import { plotAnalysis } from "../entities/plot/analysis.ts";
import { plots } from "../entities/plot/query.ts";
import { participationAnalysis } from "../entities/training-participation/analysis.ts";
import { trainingParticipations } from "../entities/training-participation/query.ts";
import { verificationAnalysis } from "../entities/verification/analysis.ts";
import { verifications } from "../entities/verification/query.ts";

/** Days, as 2018-01-01. */
export interface Period {
  from: string;
  to: string;
}

/** The years of the programme, of which the fact sheet speaks. */
export const PROGRAMME: Period = { from: "2018-01-01", to: "2022-12-31" };

/** How a figure comes out of the records, and which records those are. */
export interface FigureDefinition {
  definition: string;
  formula: string;
  /** The field of the root that lists the records, and what to show of each. */
  field: string;
  connection: Connection;
  nodes: string;
  /** The `where` of that field, as a caller would write it. */
  where(period: Period): Record<string, unknown>;
  measure: FigureMeasure;
  /** The indicators that it is the actual value of. */
  indicators?: readonly string[];
}

export type FigureMeasure =
  /** Of an analysis over the same records: `count`, `countDistinct.members` or `hectares.sum`, or how many rows there are by a key. */
  | {
      kind: "analysis";
      of: AnalysisTypes;
      read: string;
      key?: string;
      inPercent?: true;
      /** Where the analysis chooses the records by arguments of its own. */
      args?(period: Period): Record<string, number>;
    }
  | { kind: "count" }
  /** Different values of a column. */
  | { kind: "distinct"; column: string }
  | { kind: "rank" };

const within = ({ from, to }: Period) => ({ gte: from, lte: to });
const yearOf = (day: string) => Number(day.slice(0, 4));
const years = ({ from, to }: Period) =>
  Array.from({ length: Math.max(yearOf(to) - yearOf(from) + 1, 0) }, (_, i) => yearOf(from) + i);

function financing(kind: string, read: string): Pick<FigureDefinition, "field" | "connection" | "where" | "measure"> {
  return {
    field: "investments",
    connection: investments,
    where: (period) => ({ kind: { equals: kind }, committedOn: within(period) }),
    measure: { kind: "analysis", of: investmentAnalysis, read },
  };
}

function land(crop: string, name: string, indicator: string): FigureDefinition {
  return {
    definition: `Area of the plots under ${name} on the farms of families that joined in the period.`,
    formula: "sum of hectares",
    field: "plots",
    connection: plots,
    nodes: "code hectares farm { code }",
    where: (period) => ({ crop: { equals: crop }, farm: { family: { enrolledOn: within(period) } } }),
    measure: { kind: "analysis", of: plotAnalysis, read: "hectares.sum" },
    indicators: [indicator],
  };
}

function incomes(definition: string, formula: string, read: string): FigureDefinition {
  return {
    definition,
    formula,
    field: "families",
    connection: families,
    nodes: "code incomes { year netIncome { amount currency } }",
    where: (period) => ({ AND: years(period).map((year) => ({ incomes: { some: { year: { equals: year } } } })) }),
    measure: {
      kind: "analysis",
      of: incomeChangeAnalysis,
      read,
      args: ({ from, to }) => ({ from: yearOf(from), to: yearOf(to) }),
    },
  };
}

function cocaFree(definition: string, formula: string, read: string): FigureDefinition {
  return {
    definition,
    formula,
    field: "verifications",
    connection: verifications,
    nodes: "code areaCode verifiedOn eradicatedHectares cocaFreeHectares",
    where: (period) => ({
      verifiedOn: within(period),
      OR: [{ supersededOn: { isNull: true } }, { supersededOn: { gt: period.to } }],
    }),
    measure: { kind: "analysis", of: verificationAnalysis, read, inPercent: true },
  };
}

function trained(topic: string, name: string, indicator: string): FigureDefinition {
  return {
    definition: `People who took part in a training on ${name} that started in the period; who took part in several counts once.`,
    formula: "number of different people among the participations",
    field: "trainingParticipations",
    connection: trainingParticipations,
    nodes: "member { code } training { code }",
    where: (period) => ({ training: { topic: { equals: topic }, startsOn: within(period) } }),
    measure: { kind: "analysis", of: participationAnalysis, read: "countDistinct.members" },
    indicators: [indicator],
  };
}

function ranking(commodity: string, production: string): FigureDefinition {
  return {
    definition: `Place of Peru among the producers of ${production.toLowerCase()} ${commodity.toLowerCase()}, as published: not worked out from records.`,
    formula: "the rank, or the band where only that was published",
    field: "countryRankings",
    connection: countryRankings,
    nodes: "code label rank band source { title }",
    where: () => ({ code: { equals: `${commodity}-${production}` } }),
    measure: { kind: "rank" },
  };
}

/** Every line of the fact sheet, by its code. */
export const definitions: Readonly<Record<string, FigureDefinition>> = {
  FAMILIES: {
    definition: "Families that joined the programme in the period.",
    formula: "number of families",
    field: "families",
    connection: families,
    nodes: "code enrolledOn",
    where: (period) => ({ enrolledOn: within(period) }),
    measure: { kind: "analysis", of: familyAnalysis, read: "count" },
    indicators: ["AD-FAMILIES"],
  },
  FINANCED_FAMILIES: {
    ...financing("FAMILY_FINANCING", "countDistinct.families"),
    definition: "Families that received at least one investment that finances families, committed in the period.",
    formula: "number of different families among the recipients",
    nodes: "code recipient { ... on Family { code } }",
    indicators: ["AD-FINANCED-FAMILIES"],
  },
  FAMILY_FINANCING: {
    ...financing("FAMILY_FINANCING", "amount.sum"),
    definition: "Amounts of the investments that finance families, committed in the period.",
    formula: "sum of amounts",
    nodes: "code amount { amount currency }",
    indicators: ["AD-FINANCING", "EG.3.2-27"],
  },
  COFFEE_HECTARES: land("COFFEE", "coffee", "AD-COFFEE-HECTARES"),
  CACAO_HECTARES: land("CACAO", "cacao", "AD-CACAO-HECTARES"),
  PUBLIC_RESOURCES: {
    ...financing("PUBLIC_RESOURCES", "amount.sum"),
    definition: "Amounts that local governments obtained above their regular allocations, committed in the period.",
    formula: "sum of amounts",
    nodes: "code amount { amount currency } recipient { ... on LocalGovernment { ubigeo name } }",
    indicators: ["AD-PUBLIC-RESOURCES"],
  },
  INCOME_CHANGE: {
    ...incomes(
      "How much the average income of assisted farmers rose from the first year to the last, over the families surveyed in every year between: a ratio of averages, in which large incomes weigh more.",
      "average net income of the last year / average net income of the first year - 1, in percent",
      "change.changeOfAverages",
    ),
    indicators: ["AD-INCOME-CHANGE"],
  },
  INCOME_CHANGE_OF_EACH: incomes(
    "How much the income of each assisted farmer rose from the first year to the last, on average over the families surveyed in every year between: an average of ratios, in which all families weigh the same. The fact sheet does not give it.",
    "average of (net income of the last year / net income of the first year - 1), in percent",
    "change.averageOfChanges",
  ),
  COCA_FREE_HECTARES: {
    ...cocaFree(
      "Part of the eradicated land that was free of coca at the last check of each area in the period: a ratio of sums, in which large areas weigh more.",
      "sum of coca-free hectares / sum of eradicated hectares, in percent",
      "cocaFreeShare.ratioOfSums",
    ),
    indicators: ["AD-COCA-FREE"],
  },
  COCA_FREE_AREAS: cocaFree(
    "Part of each eradicated area that was free of coca at its last check in the period, on average: an average of ratios, in which all areas weigh the same.",
    "average of (coca-free hectares / eradicated hectares), in percent",
    "cocaFreeShare.averageOfRatios",
  ),
  CONNECTED_LOCALITIES: {
    definition: "Localities in which a fixed or mobile 4G service began in the period.",
    formula: "number of localities",
    field: "localities",
    connection: localities,
    nodes: "code name connections { service activeOn }",
    where: (period) => ({
      connections: { some: { service: { in: ["FIXED_4G", "MOBILE_4G"] }, activeOn: within(period) } },
    }),
    measure: { kind: "count" },
    indicators: ["AD-CONNECTED-LOCALITIES"],
  },
  PRIVATE_CONNECTIVITY: {
    ...financing("PRIVATE_CONNECTIVITY", "amount.sum"),
    definition: "Amounts of private investments in Internet services, committed in the period.",
    formula: "sum of amounts",
    nodes: "code amount { amount currency } recipient { ... on Locality { code name } }",
    indicators: ["AD-PRIVATE-CONNECTIVITY", "EG.3.1-14"],
  },
  DIGITAL_SKILLS: trained("DIGITAL_SKILLS", "digital skills", "AD-DIGITAL-SKILLS"),
  FINANCIAL_EDUCATION: trained("FINANCIAL_EDUCATION", "financial education", "AD-FINANCIAL-EDUCATION"),
  ENTERPRISES: {
    definition:
      "Enterprises that the Universidad del Pacífico supported in the period, through the Rural Innovation Program.",
    formula: "number of enterprises",
    field: "enterprises",
    connection: enterprises,
    nodes: "code name support { kind suppliedOn }",
    where: (period) => ({
      support: { some: { organization: { code: { equals: "UP" } }, suppliedOn: within(period) } },
    }),
    measure: { kind: "count" },
    indicators: ["AD-ENTERPRISES"],
  },
  CHOCOLATE_SHOW_EDITIONS: {
    definition: "Editions of the Cacao and Chocolate Show from 2010 to the last year of the period: one a year.",
    formula: "number of editions",
    field: "marketEvents",
    connection: marketEvents,
    nodes: "code series year",
    where: ({ to }) => ({ series: { equals: "CACAO_AND_CHOCOLATE_SHOW" }, year: { gte: 2010, lte: yearOf(to) } }),
    measure: { kind: "count" },
  },
  MARKET_EVENT_SERIES: {
    definition:
      "Series of fairs and contests with an edition that is known: before the end of the period, or of unknown year.",
    formula: "number of different series among the editions",
    field: "marketEvents",
    connection: marketEvents,
    nodes: "code series year",
    where: ({ to }) => ({ OR: [{ year: { lte: yearOf(to) } }, { year: { isNull: true } }] }),
    measure: { kind: "distinct", column: "series" },
  },
  ORGANIC_CACAO_RANK: ranking("CACAO", "ORGANIC"),
  ORGANIC_COFFEE_RANK: ranking("COFFEE", "ORGANIC"),
  CONVENTIONAL_COFFEE_RANK: ranking("COFFEE", "CONVENTIONAL"),
  CONVENTIONAL_CACAO_RANK: ranking("CACAO", "CONVENTIONAL"),
  VALUE_CHAINS: {
    definition:
      "Value chains that have plots on the farms of families that joined in the period: cacao, coffee, banana and timber.",
    formula: "number of different crops among the plots",
    field: "plots",
    connection: plots,
    nodes: "code crop",
    where: (period) => ({
      crop: { in: ["CACAO", "COFFEE", "BANANA", "TIMBER"] },
      farm: { family: { enrolledOn: within(period) } },
    }),
    measure: { kind: "analysis", of: plotAnalysis, read: "rows", key: "crop" },
  },
  INTERVENTIONS: {
    definition: "Kinds of intervention that projects of the programme carry out.",
    formula: "number of kinds of intervention",
    field: "interventions",
    connection: interventions,
    nodes: "code name",
    where: () => ({ activities: { some: {} } }),
    measure: { kind: "count" },
  },
  COORDINATION_LEVELS: {
    definition: "Levels on which bodies coordinate the National Anti-Drug Policy.",
    formula: "number of different levels among the bodies",
    field: "coordinationBodies",
    connection: coordinationBodies,
    nodes: "code name level",
    where: () => ({}),
    measure: { kind: "distinct", column: "level" },
  },
  PUBLIC_ENTITY_LEVELS: {
    definition: "Levels of government, national and subnational, whose public entities take part.",
    formula: "number of different levels among the public entities",
    field: "organizations",
    connection: organizations,
    nodes: "code name level",
    where: () => ({ kind: { equals: "PUBLIC_ENTITY" } }),
    measure: { kind: "distinct", column: "level" },
  },
};
