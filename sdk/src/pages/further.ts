import { parse, print } from "@0no-co/graphql.web";
import type { DocumentNode, OperationDefinitionNode, SelectionSetNode } from "graphql";
import { everythingIn, type Fragments, onlyAt } from "./selection.ts";

/** An object that holds a connection, as the plan saw that the document selects it. */
export interface Parent {
  __typename: string;
  id: string;
}

/** What asks for further pages of a connection of one object. */
export interface Further {
  /** The document for objects of a type. */
  text(typename: string): string;
  /** The document, and those of the caller's variables that it takes. */
  page(parent: Parent, after: string, variables: object): Promise<{ document: DocumentNode; variables: object }>;
}

/**
 * How further pages are asked for of a connection in another one, where each object has a cursor of its own: the
 * connection as the caller's document has it, of the object with an id.
 *
 * @param isRegistered - whether it is known by its id where the caller's document is
 */
export function furtherOf(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  sets: SelectionSetNode[],
  path: readonly string[],
  isRegistered: boolean,
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
  const text = (typename: string) =>
    `query ${name}(${head}) { node(id: $${id}) { ... on ${typename} ${body} } }\n${tail.join("\n")}`;
  const documents = new Map<string, Promise<DocumentNode>>();
  return {
    text,
    async page({ __typename: typename, id: parent }, cursor, variables) {
      const document = documents.get(typename) ?? made(text(typename), isRegistered);
      documents.set(typename, document);
      const taken = Object.entries(variables).filter(([variable]) => names.has(variable));
      return { document: await document, variables: { ...Object.fromEntries(taken), [id]: parent, [after]: cursor } };
    },
  };
}

/** A document, with its id where it is registered. */
async function made(text: string, isRegistered: boolean): Promise<DocumentNode> {
  if (!isRegistered) return parse(text);
  // Pages that did not come by https have none; they send the text.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  const hash = await subtle?.digest("SHA-256", new TextEncoder().encode(text));
  const id = hash && Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return Object.assign(parse(text), { documentId: id });
}

function nameOf(part: object): string {
  return Reflect.get(Reflect.get(part, "name"), "value");
}
