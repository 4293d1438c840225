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
import { LRUCache } from "lru-cache";
import type { GraphContext } from "../context.ts";
import type { Variables } from "./arguments.ts";
import { Changed } from "./memory.ts";
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

/** How many plans are kept, and of how many characters of documents: a plan takes some hundred bytes for each. */
export const MOST_PLANS = 4_000;
export const MOST_PLANNED_CHARACTERS = 2_000_000;

/** Answers queries with one statement each. Plans are kept: one for each document, role, operation and choice of what is included. */
export class Planner {
  readonly #schema: GraphQLSchema;
  readonly #known = new WeakMap<DocumentNode, KnownDocument>();
  readonly #plans = new LRUCache<string, Plan | Unplanned>({ max: MOST_PLANS, maxSize: MOST_PLANNED_CHARACTERS });
  #documents = 0;

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
        const whole = () => new Binding(context, variables, true);
        return { statement, run: (database) => run(database, plan, statement, binding, whole) };
      } catch (error) {
        // No request with this document gets further.
        if (isOfDocument(error, binding)) replace(unplanned(error));
        throw error;
      }
    } catch (error) {
      return { unplanned: unplanned(error).message };
    }
  }

  /** How many plans, or reasons why there is none, are kept, and of how many characters. */
  get kept() {
    return { plans: this.#plans.size, characters: this.#plans.calculatedSize };
  }

  #variables({ document, operationName, variables }: Question): Variables {
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new Unplanned("no operation");
    const { variableValues } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables ?? {});
    if (!variableValues) throw new Unplanned("a variable that is wrong");
    return variableValues;
  }

  #plan({ document, operationName }: Question, { viewer: { role } }: GraphContext, variables: Variables) {
    const { id, conditions, size } = this.#knownOf(document);
    const chosen = conditions.map((name) => variables.coerced[name] === true);
    const key = `${id} ${role} ${operationName ?? ""} ${chosen.join()}`;
    const keep = (plan: Plan | Unplanned) => this.#plans.set(key, plan, { size });
    let plan = this.#plans.get(key);
    if (!plan) {
      plan = this.#compile(document, operationName, role, only(variables, conditions));
      keep(plan);
    }
    if (plan instanceof Unplanned) throw plan;
    return { plan, replace: keep };
  }

  #knownOf(document: DocumentNode): KnownDocument {
    let known = this.#known.get(document);
    if (!known) {
      this.#documents += 1;
      const size = document.loc?.end || 1;
      known = { id: this.#documents, conditions: conditionsOf(document), size };
      this.#known.set(document, known);
    }
    return known;
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
async function run(
  database: Database,
  plan: Plan,
  statement: string,
  binding: Binding,
  whole: () => Binding,
): Promise<string | undefined> {
  const ask = async () => (await database.rows(statement, binding.params.values))[0] ?? [];
  const shared = () => plan.shared?.of(`${binding.versions.join()} ${binding.key}`, ask) ?? ask();
  const row = statement === "" ? [] : await shared();
  try {
    return plan.write(row, binding);
  } catch (error) {
    if (error instanceof Changed) {
      const again = whole();
      return run(database, plan, render(plan.statement, again), again, whole);
    }
    if (error instanceof Unplanned || error instanceof GraphQLError) return undefined;
    throw error;
  }
}

interface KnownDocument {
  id: number;
  /** The variables that decide what is included. */
  conditions: readonly string[];
  /** In characters. */
  size: number;
}

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
