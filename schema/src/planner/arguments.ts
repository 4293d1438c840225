import {
  type FieldNode,
  type GraphQLField,
  getArgumentValues,
  type getVariableValues,
  Kind,
  type ValueNode,
} from "graphql";
import type { Binding } from "./sql.ts";

/** The variables of a request, as the executor has them. */
export type Variables = NonNullable<ReturnType<typeof getVariableValues>["variableValues"]>;

const none: Variables = { sources: {}, coerced: {} } as never;

/** The arguments of a field: worked out beforehand where they name no variable, else once a request. */
export function argumentsOf<T>(field: GraphQLField<unknown, unknown>, node: FieldNode): (binding: Binding) => T {
  if (!node.arguments?.some(({ value }) => namesVariable(value))) {
    const values = getArgumentValues(field, node, none) as T;
    return () => values;
  }
  const evaluate = ({ variables }: Binding) => getArgumentValues(field, node, variables) as T;
  return (binding) => binding.once(evaluate);
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
