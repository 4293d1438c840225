import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { DEFAULT_PAGE } from "../connection/page-size.ts";

/** What an operation could return, with the values that its variables have. */
export interface OperationCost {
  /** Objects that it could return, and what its totals count for. */
  cost: number;
  /** Lists within one another. */
  listDepth: number;
  /** The largest page that it asks for, and the argument that does. */
  largestPage: number;
  largestPageArgument: string;
}

/**
 * What the totals of one connection field count for, in objects, however many parents it has: one statement reads every record for
 * all of them. Those of families' records are also guarded from telling of small groups.
 */
export const TOTALS_COST = { open: 100, protected: 1_000 };

/** How many items a list without pages is taken to have. */
export const LIST_SIZE = 10;

/** How many rows an analysis without `first` is taken to have. */
export const ANALYSIS_ROWS = 100;

/** Nothing is worth more exact counting than this. */
const MOST = 1e12;

const totals = new Set(["totalCount", "sum", "suppressed"]);

/** Is told of each part of a cost: the names of the fields that lead there, what is counted there, and how many objects it counts for. */
export type NotePart = (path: string[], what: "objects" | "totals", objects: number) => void;

/**
 * Counts the objects that an operation could return: each field that gives objects counts as many as all lists around it multiplied give,
 * a connection's items as many as its page has, an analysis' rows as many as `first` or {@link ANALYSIS_ROWS}, other lists {@link LIST_SIZE}; a
 * connection's totals, and each analysis, {@link TOTALS_COST} and 1 for each parent.
 *
 * @param note is told of what the cost is made of
 * @returns undefined when the operation or its variables are wrong, which executing it will tell
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  rawVariables: Readonly<Record<string, unknown>>,
  note?: NotePart,
): OperationCost | undefined {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return undefined;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], rawVariables);
  if (coerced.errors) return undefined;
  // With graphql 16, by which the SDK may price documents, they are called otherwise.
  const variables: Variables = coerced.variableValues ?? Reflect.get(coerced, "coerced");
  const reader = new Reader(schema, document, variables, note);
  reader.read(operation.selectionSet, root, {
    times: 1,
    lists: 0,
    page: undefined,
    field: undefined,
    outer: undefined,
  });
  return reader.result;
}

/** Where in the operation a selection stands. */
interface Place {
  /** How many objects of the selection there could be. */
  times: number;
  lists: number;
  /** In a connection: the size of its page. */
  page: number | undefined;
  /** The field whose selection it is, and the place where that stands; none at the root. */
  field: FieldNode | undefined;
  outer: Place | undefined;
}

type Variables = NonNullable<ReturnType<typeof getVariableValues>["variableValues"]>;

class Reader {
  readonly result: OperationCost = { cost: 0, listDepth: 0, largestPage: 0, largestPageArgument: "first" };
  readonly #schema: GraphQLSchema;
  readonly #variables: Variables;
  readonly #note: NotePart | undefined;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables, note: NotePart | undefined) {
    this.#schema = schema;
    this.#variables = variables;
    this.#note = note;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  read(set: SelectionSetNode, type: GraphQLCompositeType, place: Place): void {
    if (!this.#readFields(set, type, place)) return;
    const isProtected = isObjectType(type) && "suppressed" in type.getFields();
    this.#add(TOTALS_COST[isProtected ? "protected" : "open"] + place.times, place, "totals");
  }

  /** @returns whether totals are asked for */
  #readFields(set: SelectionSetNode, type: GraphQLCompositeType, place: Place): boolean {
    let asksTotals = isAnalysis(type);
    for (const selection of set.selections) {
      if (!this.#isAsked(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        asksTotals ||= place.page !== undefined && totals.has(selection.name.value);
        this.#readField(selection, type, place);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      const condition = fragment.typeCondition && this.#schema.getType(fragment.typeCondition.name.value);
      const inner = condition && isCompositeType(condition) ? condition : type;
      asksTotals = this.#readFields(fragment.selectionSet, inner, place) || asksTotals;
    }
    return asksTotals;
  }

  #readField(node: FieldNode, parent: GraphQLCompositeType, place: Place): void {
    const field = isUnionType(parent) ? undefined : fieldOf(parent, node.name.value);
    if (!field || !node.selectionSet) return;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return;
    const size = this.#sizeOf(node, field, place);
    const isList = size !== undefined;
    const times = place.times * (size ?? 1);
    const lists = place.lists + (isList ? 1 : 0);
    this.result.listDepth = Math.max(this.result.listDepth, lists);
    const page = isConnection(type)
      ? this.#pageOf(node, field)
      : isAnalysis(type)
        ? this.#rowsOf(node, field)
        : undefined;
    const inner: Place = { times: Math.min(times, MOST), lists, page, field: node, outer: place };
    this.#add(times, inner, "objects");
    this.read(node.selectionSet, type, inner);
  }

  /** How many items a list field gives; undefined for a field of one object. */
  #sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, { page }: Place): number | undefined {
    const type = isNonNullType(field.type) ? field.type.ofType : field.type;
    if (!isListType(type)) return undefined;
    if (page !== undefined) return page;
    const { ids } = this.#argumentsOf(node, field);
    if (!Array.isArray(ids)) return LIST_SIZE;
    this.#notePage(ids.length, "ids");
    return ids.length;
  }

  #rowsOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const { first } = this.#argumentsOf(node, field);
    return typeof first === "number" ? Math.max(first, 0) : ANALYSIS_ROWS;
  }

  #pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const { first, last } = this.#argumentsOf(node, field);
    const size = typeof last === "number" ? last : typeof first === "number" ? first : DEFAULT_PAGE;
    this.#notePage(size, typeof last === "number" ? "last" : "first");
    return Math.max(size, 0);
  }

  #notePage(size: number, argument: string): void {
    if (size <= this.result.largestPage) return;
    this.result.largestPage = size;
    this.result.largestPageArgument = argument;
  }

  #argumentsOf(node: FieldNode, field: GraphQLField<unknown, unknown>): Record<string, unknown> {
    try {
      return getArgumentValues(field, node, this.#variables);
    } catch {
      // A wrong value is told when the operation is executed, and then nothing is fetched for it.
      return {};
    }
  }

  #isAsked(node: Parameters<typeof getDirectiveValues>[1]): boolean {
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.#variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, this.#variables);
    return skip?.if !== true && include?.if !== false;
  }

  #add(objects: number, place: Place, what: "objects" | "totals"): void {
    this.result.cost = Math.min(this.result.cost + objects, MOST);
    if (this.#note) this.#note(pathOf(place), what, objects);
  }
}

function pathOf({ field, outer }: Place): string[] {
  if (!field || !outer) return [];
  return [...pathOf(outer), field.alias?.value ?? field.name.value];
}

function fieldOf(
  type: GraphQLObjectType | GraphQLInterfaceType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return type.getFields()[name];
}

function isAnalysis(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && ("rowCount" in type.getFields() || type.name === "FactSheet");
}

function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.name.endsWith("Connection") && "pageInfo" in type.getFields();
}
