import {
  astFromValue,
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isInputType,
  typeFromAST,
  visit,
} from "graphql";
import { costOf, type OperationCost } from "../../../schema/src/limits/cost.ts";

type Variables = Readonly<Record<string, unknown>>;

/** What an operation costs: as a server counts it, which has graphql 17. */
export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
): OperationCost | undefined {
  const operation = getOperationAST(document, operationName);
  const definitions = operation?.variableDefinitions ?? [];
  const found: object = getVariableValues(schema, definitions, variables);
  if (!("coerced" in found)) return costOf(schema, document, operationName, variables);
  // In graphql 16 values are told otherwise than the counting reads them: it gets a document that has them in place of the variables.
  const values = found.coerced as Variables;
  const literals = new Map(
    definitions.map(({ variable, type: given }) => {
      const { value: name } = variable.name;
      const type = typeFromAST(schema, given);
      return [name, isInputType(type) && name in values ? astFromValue(values[name], type) : undefined];
    }),
  );
  const whole = visit(document, {
    enter(node) {
      if (node.kind === "VariableDefinition") return false;
      return node.kind === "Variable" ? (literals.get(node.name.value) ?? undefined) : undefined;
    },
  });
  return costOf(schema, whole, operationName, variables);
}
