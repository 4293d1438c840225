import { type ExecutionArgs, getOperationAST, getVariableValues, type VariableValues } from "graphql";

type Operation = Pick<ExecutionArgs, "schema" | "document" | "operationName" | "variableValues">;

/** An operation's variables with their defaults, by which it is decided what is included. */
export function coercedVariables({ schema, document, operationName, variableValues }: Operation): VariableValues {
  const operation = getOperationAST(document, operationName);
  const values = getVariableValues(
    schema,
    operation?.variableDefinitions ?? [],
    (variableValues ?? {}) as Record<string, unknown>,
  );
  return values.variableValues ?? { coerced: {}, sources: {} };
}
