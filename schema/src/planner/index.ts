import type { Database } from "@chacra/prisma";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  visit,
} from "graphql";
import type { GraphContext } from "../context.ts";
import type { Variables } from "./arguments.ts";
import { compile, type Plan } from "./operation.ts";
import { Binding, render } from "./sql.ts";
import { Unplanned } from "./unplanned.ts";

/** A query that is ready to be answered with one statement, or why it has to be executed the ordinary way. */
export type Prepared =
  | { statement: string; run(database: Database): Promise<string | undefined> }
  | { unplanned: string };

/** A query to be answered, the document of which has been found to fit the schema. */
export interface Question {
  document: DocumentNode;
  operationName?: string | null;
  variables?: Readonly<Record<string, unknown>> | null;
}

/** Answers queries with one statement each. Plans are kept as long as the documents that they are of. */
export class Planner {
  readonly #schema: GraphQLSchema;
  readonly #known = new WeakMap<DocumentNode, KnownDocument>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** What is wrong with a query is told by whoever executes it the ordinary way. */
  prepare(question: Question, context: GraphContext): Prepared {
    try {
      const variables = this.#variables(question);
      const { plan, replace } = this.#plan(question, context, variables);
      const binding = new Binding(context, variables);
      try {
        const statement = render(plan.statement, binding);
        return { statement, run: (database) => run(database, plan, statement, binding) };
      } catch (error) {
        // No request with this document gets further.
        if (isOfDocument(error, binding)) replace(unplanned(error));
        throw error;
      }
    } catch (error) {
      return { unplanned: unplanned(error).message };
    }
  }

  /** Number of plans, or reasons why there is none, that are kept of a document. */
  plansOf(document: DocumentNode): number {
    return this.#known.get(document)?.plans.size ?? 0;
  }

  #variables({ document, operationName, variables }: Question): Variables {
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new Unplanned("no operation");
    const { variableValues } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables ?? {});
    if (!variableValues) throw new Unplanned("a variable that is wrong");
    return variableValues;
  }

  #plan({ document, operationName }: Question, { viewer: { role } }: GraphContext, variables: Variables) {
    const known = this.#known.get(document) ?? { conditions: conditionsOf(document), plans: new Map() };
    this.#known.set(document, known);
    const { conditions, plans } = known;
    const key = `${role} ${operationName ?? ""} ${conditions.map((name) => variables.coerced[name] === true).join()}`;
    const keep = (plan: Plan | Unplanned) => {
      if (plans.has(key) || plans.size < MOST_PLANS) plans.set(key, plan);
    };
    let plan = plans.get(key);
    if (!plan) {
      plan = this.#compile(document, operationName, role, only(variables, conditions));
      keep(plan);
    }
    if (plan instanceof Unplanned) throw plan;
    return { plan, replace: keep };
  }

  /** All that can be wrong here lies in the document, and in who asks. */
  #compile(
    document: DocumentNode,
    operationName: string | null | undefined,
    role: GraphContext["viewer"]["role"],
    variables: Variables,
  ) {
    try {
      return compile(this.#schema, document, operationName, role, variables);
    } catch (error) {
      return unplanned(error);
    }
  }
}

/** @throws what is no one's mistake but ours */
function unplanned(error: unknown): Unplanned {
  if (error instanceof Unplanned) return error;
  // Its message may repeat a value of the caller's, which no log may hold.
  if (error instanceof GraphQLError) return new Unplanned(`an error: ${error.extensions.code}`);
  throw error;
}

/** Whether an error will come again with every request of this document and role: ids and cursors are the caller's own. */
function isOfDocument(error: unknown, { hasReadVariables }: Binding): boolean {
  if (hasReadVariables || !(error instanceof GraphQLError)) return false;
  return error.extensions.code !== "BAD_ID" && error.extensions.code !== "BAD_CURSOR";
}

/** The variables that a plan is made for; it outlives the request, whose other variables it must not keep. */
function only({ sources, coerced }: Variables, names: readonly string[]): Variables {
  const pick = <T>(of: Readonly<Record<string, T>>) =>
    Object.fromEntries(names.flatMap((name) => (name in of ? [[name, of[name] as T]] : [])));
  return { sources: pick(sources), coerced: pick(coerced) };
}

/** @returns the data as JSON text; undefined where it turns out that the query has to be executed the ordinary way */
async function run(database: Database, plan: Plan, statement: string, binding: Binding): Promise<string | undefined> {
  const [row = []] = statement === "" ? [] : await database.rows(statement, binding.params.values);
  try {
    return plan.write(row, binding);
  } catch (error) {
    if (error instanceof Unplanned || error instanceof GraphQLError) return undefined;
    throw error;
  }
}

interface KnownDocument {
  /** The variables that decide what is included. */
  conditions: readonly string[];
  plans: Map<string, Plan | Unplanned>;
}

/** Plans of one document: for each role, operation and choice of what is included. */
export const MOST_PLANS = 32;

function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== "skip" && name.value !== "include") return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
