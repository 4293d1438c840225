import {
  type FieldNode,
  type GraphQLField,
  getArgumentValues,
  type getVariableValues,
  Kind,
  type ValueNode,
} from "graphql";
import type { Viewer } from "../access/viewer.ts";
import type { Binding } from "./sql.ts";

/** The variables of a request, as the executor has them. */
export type Variables = NonNullable<ReturnType<typeof getVariableValues>["variableValues"]>;

const none: Variables = { sources: {}, coerced: {} } as never;

/**
 * What a request makes of a field's arguments and the viewer's rights: where the arguments name no variable, once for each viewer
 * that is known again.
 */
export function boundBy<T extends object>(node: FieldNode, bind: (binding: Binding) => T): (binding: Binding) => T {
  if (namesVariables(node)) return (binding) => binding.once(bind);
  const known = new WeakMap<Viewer, T>();
  return (binding) => {
    const { viewer } = binding.context;
    const bound = known.get(viewer) ?? bind(binding);
    known.set(viewer, bound);
    return bound;
  };
}

/** The arguments of a field: worked out beforehand where they name no variable, else once a request. */
export function argumentsOf<T>(field: GraphQLField<unknown, unknown>, node: FieldNode): (binding: Binding) => T {
  if (!namesVariables(node)) {
    const values = getArgumentValues(field, node, none) as T;
    return () => values;
  }
  const evaluate = ({ variables }: Binding) => getArgumentValues(field, node, variables) as T;
  return (binding) => binding.once(evaluate);
}

function namesVariables(node: FieldNode): boolean {
  return node.arguments?.some(({ value }) => namesVariable(value)) ?? false;
}

function namesVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(namesVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => namesVariable(field.value));
    default:
      return false;
  }
}
