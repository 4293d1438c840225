import {
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
} from "graphql";

/** Names of the fields that are selected in `rows { key { … } }`, in their order: what rows are grouped by. */
export function keysIn(info: GraphQLResolveInfo): string[] {
  const nodes = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const keys = fieldsIn(info, fieldsIn(info, nodes, "rows"), "key");
  return [...new Set(fieldsIn(info, keys).flatMap((node) => (node.kind === "Field" ? node.name.value : [])))];
}

/** The fields that are asked for, out of their fragments; of one name, what is selected of them. */
function fieldsIn(info: GraphQLResolveInfo, nodes: readonly SelectionNode[], name?: string): readonly SelectionNode[] {
  return nodes.flatMap((node): readonly SelectionNode[] => {
    const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues as never);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues as never);
    if (skip?.if === true || include?.if === false) return [];
    if (node.kind === "Field") {
      if (node.name.value.startsWith("__")) return [];
      return name === undefined ? [node] : node.name.value === name ? (node.selectionSet?.selections ?? []) : [];
    }
    const fragment = node.kind === "InlineFragment" ? node : fragmentNamed(info, node.name.value);
    return fieldsIn(info, fragment?.selectionSet.selections ?? [], name);
  });
}

/** In graphql 17 a fragment is kept with its signature. */
function fragmentNamed(info: GraphQLResolveInfo, name: string): FragmentDefinitionNode | undefined {
  const found: object | undefined = info.fragments[name];
  return found && "definition" in found
    ? (found.definition as FragmentDefinitionNode)
    : (found as FragmentDefinitionNode);
}
