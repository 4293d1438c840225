import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { ifAsked } from "./masks.ts";

/**
 * Documents in which a fragment has another name where a condition decides whether it is asked for. To typescript-operations a masked
 * fragment is always there, or, in an inline fragment with a condition, never.
 *
 * @returns the documents, and the fragments of those names
 */
export function withConditions(whole: DocumentNode): { document: DocumentNode; conditional: FragmentDefinitionNode[] } {
  const found = new Set<string>();
  /** Selections that hold nothing but renamed fragments. */
  const masks = new Set<SelectionNode>();

  function within(set: SelectionSetNode, isConditional: boolean): SelectionNode[] {
    return set.selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) {
        const { selectionSet } = node;
        return [selectionSet ? { ...node, selectionSet: setOf(within(selectionSet, false)) } : node];
      }
      const depends = isConditional || hasCondition(node);
      if (node.kind === Kind.FRAGMENT_SPREAD) return [depends ? renamed(node) : node];
      const selections = within(node.selectionSet, depends);
      const [apart, others] = [true, false].map((is) => selections.filter((one) => (depends && masks.has(one)) === is));
      const mask: SelectionNode = { ...node, directives: [], selectionSet: setOf(apart ?? []) };
      masks.add(mask);
      return [...(others?.length ? [{ ...node, selectionSet: setOf(others) }] : []), ...(apart?.length ? [mask] : [])];
    });
  }

  function renamed(node: FragmentSpreadNode): FragmentSpreadNode {
    const { value } = node.name;
    found.add(value);
    const mask = { ...node, directives: [], name: { kind: Kind.NAME, value: ifAsked(value) } as const };
    masks.add(mask);
    return mask;
  }

  const definitions = whole.definitions.map((node) =>
    "selectionSet" in node && node.selectionSet
      ? { ...node, selectionSet: setOf(within(node.selectionSet, false)) }
      : node,
  );
  const conditional = definitions.flatMap((node) =>
    node.kind === Kind.FRAGMENT_DEFINITION && found.has(node.name.value)
      ? [{ ...node, name: { kind: Kind.NAME, value: ifAsked(node.name.value) } as const }]
      : [],
  );
  return { document: { kind: Kind.DOCUMENT, definitions }, conditional };
}

function setOf(selections: SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function hasCondition({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name }) => name.value === "include" || name.value === "skip");
}
