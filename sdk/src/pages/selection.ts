import type { FieldNode, FragmentDefinitionNode, SelectionNode, SelectionSetNode } from "graphql";

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fields of a path: more than one where a document selects the same field twice, which GraphQL merges. */
export function fieldsAt(sets: SelectionSetNode[], path: readonly string[], fragments: Fragments): FieldNode[] {
  const [key, ...rest] = path;
  const fields = sets.flatMap((set) => fieldsOf(set, fragments)).filter((field) => keyOf(field) === key);
  return rest.length === 0 ? fields : fieldsAt(setsOf(fields), rest, fragments);
}

export function setsOf(fields: readonly FieldNode[]): SelectionSetNode[] {
  return fields.flatMap(({ selectionSet }) => selectionSet ?? []);
}

/** A selection with the fields of one path alone, the last as `change` makes it; type conditions on the way stay. */
export function onlyAt(
  set: SelectionSetNode,
  path: readonly string[],
  fragments: Fragments,
  change: (field: FieldNode) => FieldNode,
): SelectionSetNode {
  const [key, ...rest] = path;
  const within = (inner: SelectionSetNode, way = path) => onlyAt(inner, way, fragments, change);
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === "Field") {
      if (keyOf(selection) !== key) return [];
      if (rest.length === 0 || !selection.selectionSet) return [change(selection)];
      return [{ ...selection, selectionSet: within(selection.selectionSet, rest) }];
    }
    const fragment = selection.kind === "InlineFragment" ? selection : fragments.get(selection.name.value);
    if (!fragment) return [];
    const { typeCondition } = fragment;
    const selectionSet = within(fragment.selectionSet);
    if (selectionSet.selections.length === 0) return [];
    return [{ kind: "InlineFragment" as const, typeCondition, directives: selection.directives, selectionSet }];
  });
  return { kind: "SelectionSet", selections };
}

/** Everything in a part of a document, fragments that it spreads included, each once. */
export function* everythingIn(part: unknown, fragments: Fragments, seen = new Set<unknown>()): Generator<object> {
  if (typeof part !== "object" || part === null || seen.has(part)) return;
  seen.add(part);
  yield part;
  for (const [key, value] of Object.entries(part)) if (key !== "loc") yield* everythingIn(value, fragments, seen);
  if (Reflect.get(part, "kind") === "FragmentSpread") {
    yield* everythingIn(fragments.get(Reflect.get(Reflect.get(part, "name"), "value")), fragments, seen);
  }
}

function fieldsOf(set: SelectionSetNode, fragments: Fragments): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === "Field") return [selection];
    const fragment = selection.kind === "InlineFragment" ? selection : fragments.get(selection.name.value);
    return fragment ? fieldsOf(fragment.selectionSet, fragments) : [];
  });
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
