import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getOperationAST,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  separateOperations,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { LARGEST_PAGE } from "../connection/page-size.ts";
import { costOf, type OperationCost } from "./cost.ts";

/** A part of what an operation costs: what stands at one place of it. */
export interface CostPart {
  /** The fields that lead there, with points between. */
  path: string;
  /** The totals of a connection or the working out of an analysis, or the objects themselves. */
  what: "objects" | "totals";
  /** What it counts for, in objects. */
  objects: number;
}

/** What an operation costs with the variables that make it most. */
export interface WorstCase extends OperationCost {
  /** Variables with which it costs that. */
  variables: Record<string, unknown>;
  /** What the cost is made of, the largest part first. */
  parts: CostPart[];
}

/**
 * Finds the variables with which an operation costs most: pages as large as they may be, and everything included that can be. An analysis
 * whose `first` is a variable has as many rows as such a page, and as one without: it may be asked for more.
 *
 * @returns undefined when the operation is wrong
 */
export function worstCaseOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): WorstCase | undefined {
  const operation = getOperationAST(document, operationName);
  const own = operation && separateOperations(document)[operation.name?.value ?? ""];
  if (!own) return undefined;
  const { sizes, conditions } = usesOf(schema, own);
  let choices: Record<string, unknown>[] = [{}];
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
    if (!type) return undefined;
    const wanted = conditions.get(name);
    const values = sizes.has(name)
      ? [isListType(isNonNullType(type) ? type.ofType : type) ? Array(LARGEST_PAGE).fill("x") : LARGEST_PAGE]
      : wanted
        ? [...wanted]
        : isNonNullType(type) && !defaultValue
          ? [anyOf(type)]
          : [];
    if (values.length > 0) choices = choices.flatMap((choice) => values.map((value) => ({ ...choice, [name]: value })));
  }
  const cases = choices.map((variables) => caseOf(schema, own, variables));
  return cases.reduce((most, next) => (next && (!most || next.cost > most.cost) ? next : most), undefined);
}

function caseOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
): WorstCase | undefined {
  const parts = new Map<string, CostPart>();
  const found = costOf(schema, document, undefined, variables, (fields, what, objects) => {
    const path = fields.join(".");
    const key = `${what} ${path}`;
    parts.set(key, { path, what, objects: objects + (parts.get(key)?.objects ?? 0) });
  });
  return found && { ...found, variables, parts: [...parts.values()].sort((one, other) => other.objects - one.objects) };
}

/** What the variables of an operation decide: how many there may be of something, and for which values something is asked for. */
function usesOf(schema: GraphQLSchema, document: DocumentNode) {
  const sizes = new Set<string>();
  const conditions = new Map<string, Set<boolean>>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Argument({ name: { value: argument }, value }) {
        if (value.kind !== Kind.VARIABLE) return;
        const name = value.name.value;
        const directive = info.getDirective()?.name;
        if (directive === "include" || directive === "skip") {
          conditions.set(name, (conditions.get(name) ?? new Set()).add(directive === "include"));
        } else if (!directive && (argument === "first" || argument === "last" || argument === "ids")) {
          sizes.add(name);
        }
      },
    }),
  );
  return { sizes, conditions };
}

/** Texts of scalars that are no numbers; any other is taken for a text. */
const scalarValues: Record<string, unknown> = {
  Int: 0,
  Float: 0,
  Boolean: false,
  Latitude: 0,
  Longitude: 0,
  Date: "2000-01-01",
  Decimal: "0",
};

/** Some value that a variable may have which decides nothing. */
function anyOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return anyOf(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return scalarValues[type.name] ?? "x";
  const fields = Object.values(type.getFields());
  const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return Object.fromEntries(given.map((field) => [field.name, anyOf(field.type)]));
}
