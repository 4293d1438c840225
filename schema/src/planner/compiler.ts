import { collectFields, collectSubFields } from "@graphql-tools/utils";
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { type MaskName, ruleOf } from "../access/policy.ts";
import type { Role } from "../access/viewer.ts";
import { needsOf } from "../needs.ts";
import { argumentsOf, type Variables } from "./arguments.ts";
import { programmeFigures } from "./fact-sheet.ts";
import { Aliases, Shape } from "./shape.ts";
import type { Binding } from "./sql.ts";
import { Unplanned } from "./unplanned.ts";

/** A field that is asked for; without one, the name of the type is. */
export interface AskedField {
  key: string;
  field?: GraphQLField<unknown, unknown>;
  node: FieldNode;
  nodes: readonly FieldNode[];
}

/** What Pothos and the graph leave on a field for whoever reads the schema. */
export interface FieldExtensions {
  pothosExposedField?: string;
  pothosOriginalResolve?: (parent: unknown, args: unknown, context: unknown, info?: unknown) => unknown;
  pothosPrismaSelect?: unknown;
  pothosPrismaRelationField?: { name: string; isList: boolean };
}

/** Reads a value of an object that is part of a record. */
export type Reader = (parent: unknown, binding: Binding) => unknown;

/** What every part of one operation is compiled with: the document, and for whom. */
export class Compiler {
  readonly schema: GraphQLSchema;
  readonly role: Role;
  /** The statement's one row: a place for each field of the root, and for what is read once for rows below it. */
  readonly root = Shape.root(new Aliases());
  /** By which it is known what `@skip` and `@include` leave. */
  readonly #variables: Variables;
  readonly #fragments: Record<string, FragmentDefinitionNode> = {};

  constructor(schema: GraphQLSchema, document: DocumentNode, role: Role, variables: Variables) {
    this.schema = schema;
    this.role = role;
    this.#variables = variables;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments[definition.name.value] = definition;
    }
  }

  #version: number | undefined;

  /** The place of the version of the records that the statement sees. */
  version(): number {
    this.#version ??= this.root.add("v.version");
    return this.#version;
  }

  /** Whether the statement reads the version of the records. */
  get readsVersion(): boolean {
    return this.#version !== undefined;
  }

  rootFields(type: GraphQLObjectType, { selectionSet }: OperationDefinitionNode): AskedField[] {
    return asked(
      type,
      collectFields(this.schema, this.#fragments, this.#variables as never, type, selectionSet).fields,
    );
  }

  fieldsOf(type: GraphQLObjectType, nodes: readonly FieldNode[]): AskedField[] {
    return asked(
      type,
      collectSubFields(this.schema, this.#fragments, this.#variables as never, type, [...nodes]).fields,
    );
  }

  /** As much of what the executor tells a resolver as can be told of a field beforehand. */
  infoOf(field: GraphQLField<unknown, unknown>, fieldNodes: readonly FieldNode[]): GraphQLResolveInfo {
    const { schema } = this;
    const info = {
      schema,
      fragments: this.#fragments,
      variableValues: this.#variables,
      returnType: field.type,
      fieldNodes,
    };
    // The executor tells more, of the run; resolvers that are handed this read only the selection.
    return info as unknown as GraphQLResolveInfo;
  }

  /** @returns the mask by which a field is changed for the viewer, if there is one */
  checkShown(type: GraphQLObjectType, field: string): MaskName | undefined {
    const right = ruleOf(type.name, field)[this.role];
    if (right === "shown") return undefined;
    if (right === "hidden" || right === "counted") throw new Unplanned("a field that the viewer may not read");
    if (right === "audited") throw new Unplanned("a field whose reads are written down");
    return right;
  }

  /** Reads a field of an object by its own resolver, of which no part may ask a database. */
  reader(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Reader {
    const { pothosExposedField, pothosPrismaSelect } = extensionsOf(field);
    if (pothosExposedField) return (parent) => (parent as Record<string, unknown>)[pothosExposedField];
    if (pothosPrismaSelect) throw new Unplanned(`${type.name}.${field.name}, which has code of its own`);
    return this.resolver(type, field, nodes);
  }

  /** Calls a field's own resolver. */
  resolver(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Reader {
    const resolve = extensionsOf(field).pothosOriginalResolve;
    const needs = needsOf(field);
    const [node] = nodes;
    // What reads the place in the operation may load more by it.
    if (!resolve || !node || (resolve.length > 3 && !needs)) {
      throw new Unplanned(`${type.name}.${field.name}, which has code of its own`);
    }
    const args = argumentsOf(field, node);
    const info = needs && this.infoOf(field, nodes);
    const figures = needs?.includes("figures") ? programmeFigures(this) : undefined;
    return (parent, binding) => {
      const context = figures ? { ...binding.context, figures: figures(binding) } : binding.context;
      return atOnce(resolve(parent, args(binding), context, info), type, field);
    };
  }
}

function atOnce(value: unknown, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): unknown {
  if (value instanceof Promise) {
    value.catch(() => {});
    throw new Unplanned(`${type.name}.${field.name}, which loads something by itself`);
  }
  return value;
}

export function extensionsOf({ extensions }: GraphQLField<unknown, unknown>): FieldExtensions {
  return extensions as FieldExtensions;
}

function asked(type: GraphQLObjectType, fields: ReadonlyMap<string, FieldNode[]>): AskedField[] {
  return [...fields].map(([key, nodes]) => {
    const [node] = nodes;
    if (!node) throw new Error("A field is asked for by no node.");
    const field = type.getFields()[node.name.value];
    if (!field && node.name.value !== "__typename") throw new Unplanned("a question about the schema");
    return { key, field, node, nodes };
  });
}
