import { Kind, parse, print, separateOperations } from "graphql";
import { operationIn } from "../request/operation-in.ts";

/**
 * A TypeScript program that asks the same with `@chacra/sdk`.
 *
 * @throws {GraphQLError} when the text is not GraphQL
 * @throws {RangeError} when it holds no operation, or several and none of them is named
 */
export function sdkCode(options: {
  /** The address of the graph. */
  url: string;
  query: string;
  operationName?: string | null;
  variables?: Readonly<Record<string, unknown>>;
}): string {
  const { url, query, operationName, variables = {} } = options;
  const document = parse(query);
  const operation = operationIn(document, operationName);
  if (!operation) throw new RangeError("It is not clear which operation is meant.");
  const name = operation.name?.value ?? "";
  const { [name]: own = document } = separateOperations(document);
  // The operation first: its type is that of the document.
  const definitions = [...own.definitions].sort(
    (a, b) => Number(a.kind !== Kind.OPERATION_DEFINITION) - Number(b.kind !== Kind.OPERATION_DEFINITION),
  );
  const constant = name === "" ? "Question" : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const taken = new Set((operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
  const given = Object.fromEntries(Object.entries(variables).filter(([variable]) => taken.has(variable)));
  const call = Object.keys(given).length > 0 ? `${constant}, ${JSON.stringify(given, null, 2)}` : constant;
  return `import { createClient, graphql } from "@chacra/sdk";

const chacra = createClient({ url: ${JSON.stringify(url)} });

const ${constant} = graphql(\`
${indented(escaped(print({ ...own, definitions })))}
\`);

const data = await chacra.query(${call});
console.log(data);
`;
}

function escaped(text: string): string {
  return text.replace(/\\|`|\$\{/g, "\\$&");
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
