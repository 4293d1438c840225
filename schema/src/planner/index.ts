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
      const plan = this.#plan(question, context, variables);
      const binding = new Binding(context, variables);
      const statement = render(plan.statement, binding);
      return { statement, run: (database) => run(database, plan, statement, binding) };
    } catch (error) {
      if (error instanceof Unplanned) return { unplanned: error.message };
      // Its message may repeat a value of the caller's, which no log may hold.
      if (error instanceof GraphQLError) return { unplanned: `an error: ${error.extensions.code}` };
      throw error;
    }
  }

  #variables({ document, operationName, variables }: Question): Variables {
    const declared = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const { variableValues } = getVariableValues(this.#schema, declared, variables ?? {});
    if (!variableValues) throw new Unplanned("a variable that is wrong");
    return variableValues;
  }

  #plan({ document, operationName }: Question, { viewer: { role } }: GraphContext, variables: Variables): Plan {
    const known = this.#known.get(document) ?? { conditions: conditionsOf(document), plans: new Map() };
    this.#known.set(document, known);
    const chosen = known.conditions.map((name) => variables.coerced[name] === true);
    const key = `${role} ${operationName ?? ""} ${chosen.join()}`;
    const plan = known.plans.get(key) ?? this.#compile(document, operationName, role, variables);
    if (known.plans.size < MOST_PLANS) known.plans.set(key, plan);
    if (plan instanceof Unplanned) throw plan;
    return plan;
  }

  #compile(
    document: DocumentNode,
    operationName: string | null | undefined,
    role: GraphContext["viewer"]["role"],
    variables: Variables,
  ) {
    try {
      return compile(this.#schema, document, operationName, role, variables);
    } catch (error) {
      if (error instanceof Unplanned) return error;
      throw error;
    }
  }
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
const MOST_PLANS = 32;

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
