import { type ExecutionArgs, getOperationAST, getVariableValues, type VariableValues } from "graphql";

type Operation = Pick<ExecutionArgs, "schema" | "document" | "operationName" | "variableValues">;

/** An operation's variables with their defaults, by which it is decided what is included. */
export function coercedVariables({ schema, document, operationName, variableValues }: Operation): VariableValues {
  const declared = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { variableValues: values } = getVariableValues(schema, declared, variableValues ?? {});
  return values ?? { coerced: {}, sources: {} };
}
