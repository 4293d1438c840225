import { readFileSync } from "node:fs";
import path from "node:path";
import { type DocumentNode, Kind, type OperationDefinitionNode } from "graphql";
import { namesNobody } from "../src/transport/addressable.ts";
import { identified } from "./identified.ts";

export interface OperationFile {
  location?: string;
  document?: DocumentNode;
}

export interface Operation {
  /** `RegionOverview`: of its types; with `Document` behind it, of its document. */
  name: string;
  /** `regionOverview`: of its method. */
  method: string;
  description: string;
  /** Example variables as TypeScript; empty when it takes none. */
  example: string;
  variablesRequired: boolean;
  /** Whether no variable could name a family. */
  addressable: boolean;
  text: string;
  /** The SHA-256 of the text, by which servers know it that run registered documents. */
  id: string;
}

/**
 * A codegen plugin: each file of operations as a document and as a method, documented by the comment that the file
 * begins with, whose line `Example: { ... }` holds variables to try.
 */
export function plugin(_schema: unknown, files: OperationFile[]): { prepend: string[]; content: string } {
  const operations = files.map(readOperation).sort((one, other) => (one.name < other.name ? -1 : 1));
  const content = [...operations.map(documentOf), interfaceOf(operations), methodsOf(operations)].join("\n\n");
  return {
    prepend: [
      `import type { TypedDocumentNode } from "@graphql-typed-document-node/core";`,
      `import type { QueryOptions } from "../calls.ts";`,
      `import type { QueryClient } from "../query-client.ts";`,
      `import { readyDocument } from "../ready-document.ts";`,
    ],
    content: `${content}\n`,
  };
}

/** An operation, with what its file says of it. */
export function readOperation({ location = "", document }: OperationFile): Operation {
  const file = path.basename(location);
  const definitions = document?.definitions ?? [];
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const name = operation?.name?.value;
  if (!document || !name || definitions.length !== 1) throw new Error(`${file} must hold one operation, with a name.`);

  const [comment = ""] = /^(#.*\n)+/.exec(readFileSync(location, "utf8")) ?? [];
  const lines = comment.split("\n").map((line) => line.replace(/^# ?/, "").trim());
  const [, example = ""] = /^Example: (.+)$/m.exec(lines.join("\n")) ?? [];
  const description = lines.filter((line) => line && !line.startsWith("Example: ")).join(" ");
  const variables = operation.variableDefinitions ?? [];
  if (!description || Boolean(example) !== variables.length > 0) {
    throw new Error(
      `${file} must begin with a comment that says what it gives, with a line "Example: { ... }" if it takes variables.`,
    );
  }
  return {
    name,
    method: name.charAt(0).toLowerCase() + name.slice(1),
    description,
    example,
    variablesRequired: variables.some(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue),
    addressable: namesNobody(operation),
    ...identified(document),
  };
}

/** A TSDoc comment with a program as its example. */
function comment(indent: string, text: string[], imports: string, call: string): string {
  const lines = [
    ...text,
    "",
    "@example",
    "```ts",
    `import { ${imports} } from "@chacra/sdk";`,
    "",
    `const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });`,
    `const data = await ${call};`,
    "```",
  ];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join("\n");
}

function documentOf({ name, description, example, text, id }: Operation): string {
  const call = `chacra.query(${[`${name}Document`, example].filter(Boolean).join(", ")})`;
  return [
    comment("", [description], `createClient, ${name}Document`, call),
    `export const ${name}Document: TypedDocumentNode<${name}, ${name}Variables> =`,
    `  /* @__PURE__ */ readyDocument(${JSON.stringify(text)}, "${id}");`,
  ].join("\n");
}

function interfaceOf(operations: Operation[]): string {
  const methods = operations.map(({ name, method, description, example, variablesRequired }) =>
    [
      comment(
        "  ",
        [description, "", "@throws {ChacraError} when anything went wrong; what came all the same is its `data`"],
        "createClient",
        `chacra.${method}(${example})`,
      ),
      `  ${method}(variables${variablesRequired ? "" : "?"}: ${name}Variables, options?: QueryOptions): Promise<${name}>;`,
    ].join("\n"),
  );
  const [first] = operations;
  return [
    comment(
      "",
      ["The ready operations as methods of a client."],
      "createClient, type ReadyOperations",
      `(async (operations: ReadyOperations) => operations.${first?.method}(${first?.example}))(chacra)`,
    ),
    "export interface ReadyOperations {",
    methods.join("\n\n"),
    "}",
  ].join("\n");
}

function methodsOf(operations: Operation[]): string {
  const methods = operations.map(
    ({ name, method }) => `    ${method}: (variables, options) => client.query(${name}Document, variables, options),`,
  );
  return [
    "/** The ready operations over a client's `query`. */",
    "export function readyOperations(client: QueryClient): ReadyOperations {",
    "  return {",
    ...methods,
    "  };",
    "}",
  ].join("\n");
}
