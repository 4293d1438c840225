import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

/** How large a document is, with its fragments put where they are spread; known before it is validated. */
export interface DocumentShape {
  /** Fields below one another. */
  depth: number;
  /** Fields in all, each fragment counted wherever it is spread. */
  fields: number;
  aliases: number;
  /** Fields that stand in their selection already, under the same name. */
  repeatedFields: number;
  directives: number;
  /** The most directives on one part of the document. */
  directivesAtOnce: number;
  /** Lists of types within one another, in questions about the schema. */
  introspectionDepth: number;
}

/** Reading stops here, whatever the limits: a document of a few lines can unfold into billions of fields. */
const MOST_FIELDS = 20_000;

/** Fields of the introspection that lead from types to lists of types. */
const typeLists = new Set(["fields", "interfaces", "possibleTypes", "inputFields"]);

/** Measures a document; at most {@link MOST_FIELDS} fields of it. */
export function shapeOf(document: DocumentNode): DocumentShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const shape: DocumentShape = {
    depth: 0,
    fields: 0,
    aliases: 0,
    repeatedFields: 0,
    directives: 0,
    directivesAtOnce: 0,
    introspectionDepth: 0,
  };

  function note(node: { directives?: readonly unknown[] }): void {
    const count = node.directives?.length ?? 0;
    shape.directives += count;
    shape.directivesAtOnce = Math.max(shape.directivesAtOnce, count);
  }

  function read(
    set: SelectionSetNode,
    depth: number,
    lists: number,
    open: readonly string[],
    names: Set<string>,
  ): void {
    for (const selection of set.selections) {
      if (shape.fields >= MOST_FIELDS) return;
      note(selection);
      if (selection.kind === Kind.FIELD) {
        readField(selection, depth, lists, open, names);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        read(selection.selectionSet, depth, lists, open, names);
        continue;
      }
      const name = selection.name.value;
      const fragment = fragments.get(name);
      // A spread costs something even when the fragment is empty or spreads only others.
      shape.fields += 1;
      // Cycles and unknown names are told by validation.
      if (fragment && !open.includes(name)) read(fragment.selectionSet, depth, lists, [...open, name], names);
    }
  }

  function readField(
    field: FieldNode,
    depth: number,
    lists: number,
    open: readonly string[],
    names: Set<string>,
  ): void {
    const name = field.alias?.value ?? field.name.value;
    shape.fields += 1;
    shape.depth = Math.max(shape.depth, depth);
    if (field.alias) shape.aliases += 1;
    if (names.has(name)) shape.repeatedFields += 1;
    names.add(name);
    const isTypeList = typeLists.has(field.name.value) && lists >= 0;
    const inner = field.name.value === "__schema" || field.name.value === "__type" ? 0 : isTypeList ? lists + 1 : lists;
    shape.introspectionDepth = Math.max(shape.introspectionDepth, inner);
    if (field.selectionSet) read(field.selectionSet, depth + 1, inner, open, new Set());
  }

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    note(definition);
    for (const variable of definition.variableDefinitions ?? []) note(variable);
    read(definition.selectionSet, 1, -1, [], new Set());
  }
  for (const fragment of fragments.values()) note(fragment);
  return shape;
}
