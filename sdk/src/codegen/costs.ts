import type { GraphQLSchema } from "graphql";
import { checkCost, defaultLimits } from "../../../schema/src/limits/limits.ts";
import { worstCaseOf } from "../../../schema/src/limits/worst-case.ts";
import { ChacraCodegenError, type CodegenErrorCode } from "./codegen-error.ts";
import type { ChacraPresetConfig } from "./config.ts";
import type { OwnOperation } from "./documents.ts";

/**
 * What a document costs at most, as the server counts it: a `first`, `last` or `ids` that is a variable counts as 100, which is the
 * largest page, and whatever may be included is. An analysis may be asked for more rows than 100, and costs more then.
 *
 * @example
 * ```ts
 * import type { ChacraPresetConfig, DocumentCost } from "@chacra/sdk/codegen";
 *
 * const line = ({ name, cost, budget }: DocumentCost) => `${name}: ${cost} of ${budget}`;
 * const presetConfig: ChacraPresetConfig = { report: (costs) => console.log(costs.map(line).join("\n")) };
 * ```
 */
export interface DocumentCost {
  /** The operation's name. */
  name: string;
  /** Where it is written. */
  file: string;
  /** Objects that it could return, and what its totals count for. */
  cost: number;
  /** The most objects that it may cost. */
  budget: number;
  /** Lists within one another. */
  listDepth: number;
  /** Variables with which it costs that. */
  variables: Record<string, unknown>;
  /**
   * What the cost is made of, the largest part first: the fields that lead there, with points between; whether it is the objects
   * there or their totals; and how many objects that counts for.
   */
  parts: { path: string; what: "objects" | "totals"; objects: number }[];
}

type Part = DocumentCost["parts"][number];

/** How many parts of a cost are told. */
const TOLD = 3;

const number = (value: number) => value.toLocaleString("en");
const percent = (part: number, of: number) => `${Math.round((100 * part) / of)} %`;
const place = ({ path, what }: Part) => (what === "totals" ? `totals of ${path}` : path);

/** What each operation costs, the most expensive first. */
export function costsOf(
  schema: GraphQLSchema,
  operations: readonly OwnOperation[],
  { budget, budgets = {} }: ChacraPresetConfig & { budget: number },
): DocumentCost[] {
  const unknown = Object.keys(budgets).filter((name) => !operations.some((operation) => operation.name === name));
  if (unknown.length > 0) {
    throw new ChacraCodegenError(
      "BAD_OPTION",
      `presetConfig.budgets names ${unknown.join(", ")}, and there is no such operation.`,
    );
  }
  const costs = operations.map(({ name, file, document }) => {
    const worst = worstCaseOf(schema, document);
    if (!worst) throw new ChacraCodegenError("GRAPHQL_VALIDATION_FAILED", `${name} in ${file} could not be priced.`);
    const { cost, listDepth, variables, parts } = worst;
    const refusal = checkCost(worst, { ...defaultLimits, cost: Number.POSITIVE_INFINITY });
    if (refusal) {
      const code = refusal.extensions.code as CodegenErrorCode;
      throw new ChacraCodegenError(code, `${name} in ${file} would be refused by a server. ${refusal.message}`);
    }
    return { name, file, cost, budget: budgets[name] ?? budget, listDepth, variables, parts };
  });
  return costs.sort((one, other) => other.cost - one.cost || (one.name < other.name ? -1 : 1));
}

/** The costs for people to read. */
export function costTable(costs: readonly DocumentCost[]): string {
  const rows = costs.map(({ name, cost, budget, listDepth, parts }) => [
    name,
    `${number(cost)} of ${number(budget)}`,
    `${listDepth} ${listDepth === 1 ? "list" : "lists"} deep`,
    parts
      .slice(0, TOLD)
      .map((part) => `${percent(part.objects, cost)} ${place(part)}`)
      .join(", "),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
  return [
    "What each document costs at most, in objects (a page whose size is a variable counts as 100):",
    ...lines,
  ].join("\n");
}

/** @throws {ChacraCodegenError} `OVER_BUDGET`, which tells of every document that could cost more than it may */
export function checkBudgets(costs: readonly DocumentCost[]): void {
  const over = costs.filter(({ cost, budget }) => cost > budget);
  if (over.length > 0) throw new ChacraCodegenError("OVER_BUDGET", over.map(overBudget).join("\n\n"));
}

function overBudget({ name, file, cost, budget, parts }: DocumentCost): string {
  const [largest] = parts;
  const lines = parts
    .slice(0, TOLD)
    .map((part) => `  ${percent(part.objects, cost).padStart(5)}  ${number(part.objects)}  ${place(part)}`);
  const advice =
    largest?.what === "totals"
      ? `Leave out the totals of ${largest.path}, or ask for fewer of what they stand in.`
      : `Make smaller pages of the lists on the way to ${largest?.path} (one whose size is a variable counts as the largest), or ask for less there.`;
  return [
    `${name} in ${file} could cost ${number(cost)} objects; its budget is ${number(budget)}.`,
    ...lines,
    `${advice} If it has to be so: presetConfig.budgets: { ${name}: ${cost} }.`,
  ].join("\n");
}
