import type { OperationDefinitionNode } from "graphql";
import type { IdentifiedDocument } from "./by-id.ts";

/** Whether nothing that a document is sent with by its id could be anybody's secret, so that it may stand in an address. */
export function mayStandInAddress(document: IdentifiedDocument): boolean {
  const [operation] = document.definitions;
  if (!document.documentId || operation?.kind !== "OperationDefinition") return false;
  // Without its text nothing is known of a document's variables but what was found when that was there.
  return operation.selectionSet.selections.length > 0 ? namesNobody(operation) : document.addressable === true;
}

/** Whether no variable could name a family: ids, filters and texts may, an ubigeo or a cursor do not. */
export function namesNobody({ variableDefinitions = [] }: OperationDefinitionNode): boolean {
  return variableDefinitions.every(({ variable, type }) => {
    let named = type;
    while (named.kind !== "NamedType") named = named.type;
    return (
      /^(ubigeo|after|before)$/.test(variable.name.value) ||
      !/^(ID|String)$|(Where|Filter|Input)$/.test(named.name.value)
    );
  });
}
