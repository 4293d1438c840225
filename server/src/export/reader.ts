import { collectFields, collectSubFields } from "@graphql-tools/utils";
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isObjectType,
  Kind,
  TypeNameMetaFieldDef,
} from "graphql";

/** An operation, with the values that its variables have after defaults. */
export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | null | undefined;
  variableValues: unknown;
}

/** A field that an operation asks for: the nodes of the document that ask for it under one response key. */
export interface Asked {
  /** Response keys that lead to it, from where the reading began. */
  path: readonly string[];
  key: string;
  node: FieldNode;
  nodes: readonly FieldNode[];
  field: GraphQLField<unknown, unknown>;
}

/** Reads what an operation asks for, as executing it would: through fragments, `@skip` and `@include`. */
export class Reader {
  readonly #operation: Operation;
  readonly #fragments: Record<string, FragmentDefinitionNode> = {};

  constructor(operation: Operation) {
    this.#operation = operation;
    for (const definition of operation.document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments[definition.name.value] = definition;
    }
  }

  root(): Asked[] {
    const { schema, document, operationName, variableValues } = this.#operation;
    const operation = getOperationAST(document, operationName);
    const type = operation && schema.getRootType(operation.operation);
    if (!operation || !type) return [];
    const { fields } = collectFields(schema, this.#fragments, variableValues as never, type, operation.selectionSet);
    return asked(type, fields, []);
  }

  /** What is asked for inside a field, of each type that it may have. */
  inside({ path, nodes, field }: Asked): Asked[] {
    const { schema, variableValues } = this.#operation;
    const named = getNamedType(field.type);
    const types = isObjectType(named) ? [named] : isAbstractType(named) ? schema.getPossibleTypes(named) : [];
    return types.flatMap((type) => {
      const { fields } = collectSubFields(schema, this.#fragments, variableValues as never, type, [...nodes]);
      return asked(type, fields, path);
    });
  }
}

const metaFields: Record<string, GraphQLField<unknown, unknown>> = { __typename: TypeNameMetaFieldDef };

function asked(type: GraphQLObjectType, fields: Map<string, FieldNode[]>, path: readonly string[]): Asked[] {
  return [...fields].flatMap(([key, nodes]) => {
    const [node] = nodes;
    const field = node && (type.getFields()[node.name.value] ?? metaFields[node.name.value]);
    return node && field ? [{ path: [...path, key], key, node, nodes, field }] : [];
  });
}
