import { type Fetcher, formatResult } from "@graphiql/toolkit";
import { type ExecutionResult, GraphQLError } from "graphql";

/** What was asked, and the answer to it. */
export interface Answer {
  query: string;
  operationName: string | null | undefined;
  variables: Record<string, unknown>;
  result: ExecutionResult;
}

/** How many answers are kept: no more than there are open tabs, as a rule. */
const MOST = 30;
const answers = new Map<string, Answer>();

/** Asks the graph, and keeps what was asked: the editor may hold something else by the time the answer is looked at. */
export const fetcher: Fetcher = async ({ query, operationName, variables }, options) => {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      ...options?.headers,
    },
    body: JSON.stringify({ query, operationName, variables }),
  });
  const text = await response.text();
  const result = parsed(text) ?? { errors: [new GraphQLError(`${response.status} ${response.statusText}: ${text}`)] };
  if (operationName !== "IntrospectionQuery") {
    answers.set(formatResult(result), { query, operationName, variables: variables ?? {}, result });
    for (const [oldest] of answers) if (answers.size > MOST) answers.delete(oldest);
  }
  return result;
};

/** What led to an answer, by its text in the editor. */
export function answerOf(response: string | null | undefined): Answer | undefined {
  return response ? answers.get(response) : undefined;
}

function parsed(text: string): ExecutionResult | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
