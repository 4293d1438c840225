import { parse } from "@0no-co/graphql.web";
import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  parse as read,
  type SelectionSetNode,
  validate,
} from "graphql";
import { idOf } from "../../codegen/identified.ts";
import { planOf } from "../pages/plan.ts";

/** A connection that stands in others. */
interface Inner {
  /** The path to it. */
  at: string;
  /** The type of what the connection around it has. */
  items: GraphQLCompositeType;
}

/**
 * The documents by which `pages` asks for further pages of connections in others, by their ids: what registers a document with a
 * server registers these beside it.
 *
 * @param text - of the document, as it is sent
 */
export function furtherDocuments(schema: GraphQLSchema, text: string): [id: string, text: string][] {
  // Read as clients read it, who make the same texts of it.
  const document = parse(text);
  const texts = innerConnections(schema, document).flatMap(({ at, items }) => {
    const further = furtherAt(document, at);
    const types = isObjectType(items) ? [items] : schema.getPossibleTypes(items);
    return further ? types.map(({ name }) => further.text(name)) : [];
  });
  // Of the members of a union, some have no such connection.
  const asked = [...new Set(texts)].filter((made) => validate(schema, read(made)).length === 0);
  return asked.sort().map((made) => [idOf(made), made]);
}

function furtherAt(document: DocumentNode, at: string) {
  try {
    return planOf(document, at).inner.at(-1)?.further;
  } catch (error) {
    // Not every connection is selected so that one could go through its pages.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function innerConnections(schema: GraphQLSchema, { definitions }: DocumentNode): Inner[] {
  const fragments = new Map(
    definitions.flatMap((part) => (part.kind === "FragmentDefinition" ? [[part.name.value, part]] : [])),
  );
  const found: Inner[] = [];

  /** @param items - the type of what the last connection on the way has */
  function look(type: GraphQLCompositeType, set: SelectionSetNode, path: string[], items?: GraphQLCompositeType): void {
    for (const selection of set.selections) {
      if (selection.kind === "Field") {
        const { alias, name, selectionSet } = selection;
        const inner = getNamedType("getFields" in type ? type.getFields()[name.value]?.type : undefined);
        if (!selectionSet || !isCompositeType(inner)) continue;
        const at = [...path, (alias ?? name).value];
        if (items && isConnection(inner)) found.push({ at: at.join("."), items });
        look(inner, selectionSet, at, isConnection(type) || isEdge(type) ? inner : items);
      } else {
        const part = selection.kind === "InlineFragment" ? selection : fragments.get(selection.name.value);
        const on = part?.typeCondition ? schema.getType(part.typeCondition.name.value) : type;
        if (part && isCompositeType(on)) look(on, part.selectionSet, path, items);
      }
    }
  }

  const query = schema.getQueryType();
  const operation = definitions.find((part) => part.kind === "OperationDefinition");
  if (query && operation) look(query, operation.selectionSet, []);
  return found;
}

const isConnection = (type: GraphQLCompositeType) => isObjectType(type) && "pageInfo" in type.getFields();
const isEdge = (type: GraphQLCompositeType) => isObjectType(type) && "cursor" in type.getFields();
