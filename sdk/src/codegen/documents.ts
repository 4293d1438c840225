import path from "node:path";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  Kind,
  NoUnusedFragmentsRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  separateOperations,
  specifiedRules,
  validate,
} from "graphql";
import { identified } from "../../codegen/identified.ts";
import { namesNobody } from "../transport/addressable.ts";
import { ChacraCodegenError } from "./codegen-error.ts";

/** A file, or a template in one, as GraphQL Code Generator read it. */
export interface SourceFile {
  location?: string | undefined;
  document?: DocumentNode | undefined;
  rawSDL?: string | undefined;
}

/** An operation of a team's own, with what it is called in TypeScript. */
export interface OwnOperation {
  name: string;
  /** Its types are `type` and `typeVariables`, its document is `typeDocument`. */
  type: string;
  file: string;
  /** The operation and the fragments that it uses. */
  document: DocumentNode;
  text: string;
  id: string;
  /** Whether no variable could name a family. */
  addressable: boolean;
}

/** A fragment of a team's own. */
export interface OwnFragment {
  name: string;
  type: string;
  file: string;
  on: string;
  text: string;
}

export interface OwnDocuments {
  /** Every definition, once. */
  whole: DocumentNode;
  operations: OwnOperation[];
  fragments: OwnFragment[];
}

/** Names that the generated file has of its own, or imports. */
const reserved = [
  ..."Array CivilDate CivilDateInput Decimal DecimalInput Exact FragmentDocument FragmentRef Incremental TypedDocumentNode".split(
    " ",
  ),
  ..."UnknownMember UnknownValue".split(" "),
];

/** What an operation or a fragment is called in TypeScript. */
export function typeName(name: string): string {
  return name.split("_").map(capitalized).join("_");
}

export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * Reads the documents of a team.
 *
 * @throws {ChacraCodegenError} when one has no name, or not one of its own, or does not fit the graph
 */
export function readDocuments(schema: GraphQLSchema, files: readonly SourceFile[]): OwnDocuments {
  const found = new Map<string, { node: OperationDefinitionNode | FragmentDefinitionNode; file: string }>();
  for (const { location = "", document } of files) {
    const file = path.relative(process.cwd(), location);
    for (const node of document?.definitions ?? []) {
      if (node.kind !== Kind.OPERATION_DEFINITION && node.kind !== Kind.FRAGMENT_DEFINITION) continue;
      if (!node.name) {
        throw new ChacraCodegenError("NO_NAME", `An operation in ${file} has no name: its types are called by it.`);
      }
      // The same file may be named by several patterns, the same fragment be written in several files.
      found.set(`${node.kind} ${print(node)}`, { node, file });
    }
  }
  const definitions = [...found.values()].sort((one, other) => (orderOf(one.node) < orderOf(other.node) ? -1 : 1));
  const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions: definitions.map(({ node }) => node) };
  checkAgainst(schema, whole);
  const texts = separateOperations(whole);
  const operations: OwnOperation[] = [];
  const fragments: OwnFragment[] = [];
  for (const { node, file } of definitions) {
    const name = nameOf(node);
    const type = typeName(name);
    if (node.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.push({ name, type, file, on: node.typeCondition.name.value, text: textOf(node, whole) });
    } else {
      const document = texts[name] ?? whole;
      operations.push({ name, type, file, document, addressable: namesNobody(node), ...identified(document) });
    }
  }
  checkNames(schema, operations, fragments);
  return { whole, operations, fragments };
}

/** The text of a fragment, with those that it uses. */
function textOf(node: FragmentDefinitionNode, whole: DocumentNode): string {
  const spread = { kind: Kind.FRAGMENT_SPREAD, name: node.name } as const;
  const user: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [spread] },
  };
  const fragments = whole.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const used = separateOperations({ kind: Kind.DOCUMENT, definitions: [user, ...fragments] })[""]?.definitions ?? [];
  const others = used.filter((one) => one !== user && one !== node);
  return identified({ kind: Kind.DOCUMENT, definitions: [node, ...others] }).text;
}

/** Operations, then fragments, by name: whichever files are read first, texts are the same. */
function orderOf(node: OperationDefinitionNode | FragmentDefinitionNode): string {
  return `${node.kind === Kind.FRAGMENT_DEFINITION ? 1 : 0} ${nameOf(node)}`;
}

function nameOf({ name }: OperationDefinitionNode | FragmentDefinitionNode): string {
  return name?.value ?? "";
}

function checkAgainst(schema: GraphQLSchema, whole: DocumentNode): void {
  const wrong = validate(
    schema,
    whole,
    specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule),
  );
  if (wrong.length === 0) return;
  // As GraphQL tells errors: with the file, the line, and what stands there.
  throw new ChacraCodegenError("GRAPHQL_VALIDATION_FAILED", `\n${wrong.map(String).join("\n\n")}`);
}

function checkNames(schema: GraphQLSchema, operations: OwnOperation[], fragments: OwnFragment[]): void {
  const types = Object.values(schema.getTypeMap());
  const ofGraph = types.filter((type) => isInputObjectType(type) || isEnumType(type)).map(({ name }) => name);
  const taken = new Map([...reserved, ...ofGraph].map((name) => [name, "a type of the graph or of the SDK"]));
  for (const { name, type, file } of [...operations, ...fragments]) {
    for (const made of [type, `${type}Variables`, `${type}Document`]) {
      const by = taken.get(made);
      if (by) {
        throw new ChacraCodegenError("NAME_TAKEN", `${name} in ${file} cannot be called so: ${made} is ${by}.`);
      }
      taken.set(made, `made of ${name} in ${file}`);
    }
  }
}
