import { parse, print } from "@0no-co/graphql.web";
import type { DocumentNode, OperationDefinitionNode, SelectionSetNode } from "graphql";
import { everythingIn, type Fragments, onlyAt } from "./selection.ts";

/** An object that holds a connection, as the plan saw that the document selects it. */
export interface Parent {
  __typename: string;
  id: string;
}

/** What asks for a further page of a connection of one object, with those of the caller's variables that it takes. */
export type Further = (
  parent: Parent,
  after: string,
  variables: object,
) => { document: DocumentNode; variables: object };

/**
 * How further pages are asked for of a connection in another one, where each object has a cursor of its own: the
 * connection as the caller's document has it, of the object with an id.
 */
export function furtherOf(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  sets: SelectionSetNode[],
  path: readonly string[],
): Further {
  const declared = operation.variableDefinitions ?? [];
  const free = (name: string): string =>
    declared.some(({ variable }) => variable.name.value === name) ? free(`${name}_`) : name;
  const id = free("id");
  const after = free("after");
  const selections = sets.flatMap(
    (set) =>
      onlyAt(set, path, fragments, (field) => ({
        ...field,
        arguments: [
          ...(field.arguments ?? []),
          {
            kind: "Argument",
            name: { kind: "Name", value: "after" },
            value: { kind: "Variable", name: { kind: "Name", value: after } },
          },
        ],
      })).selections,
  );
  const parts = new Set(everythingIn(selections, fragments));
  const names = new Set([...parts].filter((part) => Reflect.get(part, "kind") === "Variable").map(nameOf));
  const used = declared.filter(({ variable }) => names.has(variable.name.value));
  const head = [`$${id}: ID!`, `$${after}: String`, ...used.map((definition) => print(definition))].join(", ");
  const body = print({ kind: "SelectionSet", selections });
  const tail = [...fragments.values()].filter((fragment) => parts.has(fragment)).map((fragment) => print(fragment));
  const name = `${operation.name?.value ?? "Pages"}Further`;
  const documents = new Map<string, DocumentNode>();
  return ({ __typename: typename, id: parent }, cursor, variables) => {
    const text = `query ${name}(${head}) { node(id: $${id}) { ... on ${typename} ${body} } }\n${tail.join("\n")}`;
    const document = documents.get(typename) ?? parse(text);
    documents.set(typename, document);
    const taken = Object.entries(variables).filter(([variable]) => names.has(variable));
    return { document, variables: { ...Object.fromEntries(taken), [id]: parent, [after]: cursor } };
  };
}

function nameOf(part: object): string {
  return Reflect.get(Reflect.get(part, "name"), "value");
}
