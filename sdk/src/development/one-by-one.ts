import { print } from "@0no-co/graphql.web";
import { type Exchange, mapExchange } from "@urql/core";
import type { DocumentNode, FieldNode, OperationDefinitionNode } from "graphql";
import { lists } from "../generated/lists.ts";

/** So many runs of one document within so many milliseconds, each with other variables, are a loop. */
const MANY = 10;
const WITHIN_MS = 1_000;

/** Warns when records are asked for one by one, and prints the query that asks for all of them at once. For development. */
export function oneByOne(logger: Pick<Console, "warn">): Exchange {
  const recent = new WeakMap<DocumentNode, Map<string, number>>();
  const warned = new WeakSet<DocumentNode>();
  return mapExchange({
    onOperation({ kind, query, variables }) {
      if (kind !== "query" || warned.has(query) || goesThroughPages(query)) return;
      const now = performance.now();
      const runs = recent.get(query) ?? new Map<string, number>();
      recent.set(query, runs);
      for (const [asked, at] of runs) if (now - at > WITHIN_MS) runs.delete(asked);
      runs.set(JSON.stringify(variables), now);
      if (runs.size < MANY) return;
      warned.add(query);
      recent.delete(query);
      logger.warn(warning(query));
    },
  });
}

function operationIn({ definitions }: DocumentNode): OperationDefinitionNode | undefined {
  return definitions.find((definition) => definition.kind === "OperationDefinition");
}

/** One page after the other is no loop over records. */
function goesThroughPages(document: DocumentNode): boolean {
  return /\b(after|before): ?\$/.test(print(document));
}

function warning(document: DocumentNode): string {
  const operation = operationIn(document);
  const name = operation?.name ? `The operation ${operation.name.value}` : "An operation without a name";
  const nested = operation && nestedQuery(operation);
  const advice = nested
    ? `Ask once for all of them, or nest the fields below the list where the records came from:\n\n${nested}`
    : "Nest its fields below the list where the records came from: one request gives all of them.";
  return `${name} ran ${MANY} times within a second, each time with other variables. ${advice}`;
}

/** The fields of one record, asked for of the list that has all of them. */
function nestedQuery({ selectionSet }: OperationDefinitionNode): string | undefined {
  const fields = selectionSet.selections.filter((selection): selection is FieldNode => selection.kind === "Field");
  for (const { name, selectionSet: inner } of fields) {
    const found = lists[name.value];
    if (!found || !inner) continue;
    const { list, key } = found;
    const own = inner.selections.map((selection) => indented(print(selection), 3)).join("\n");
    return `query ($${key}s: [String!]!) {\n  ${list}(first: 100, where: { ${key}: { in: $${key}s } }) {\n    nodes {\n${own}\n    }\n  }\n}`;
  }
  return undefined;
}

function indented(text: string, levels: number): string {
  return text.replace(/^/gm, "  ".repeat(levels));
}
