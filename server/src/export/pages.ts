import { type DocumentNode, type FieldNode, Kind, visit } from "graphql";
import type { Table } from "./table.ts";

/** Rows a page, when the walk goes through all of them. */
const PAGE = 100;

/** Names that no caller's own would be. */
export const AFTER = "chacraExportAfter";
export const PAGE_INFO = "chacraExportPageInfo";
export const TOTAL = "chacraExportTotal";

/** Whether all pages of the table's connection are meant: who gives `first` or `last` wants that page. */
export function walksPages({ connection }: Table): boolean {
  const given = new Set(connection?.arguments?.map(({ name }) => name.value));
  return connection !== undefined && !given.has("first") && !given.has("last") && !given.has("before");
}

/** The document with a page size and a cursor in its connection; of the first page also how many rows there are. */
export function pagedDocument(document: DocumentNode, connection: FieldNode, isFirst: boolean): DocumentNode {
  const variable = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: AFTER } } as const;
  const argument = (name: string, value: object) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value,
  });
  const own = connection.arguments?.filter(({ name }) => isFirst || name.value !== "after") ?? [];
  const paged = {
    ...connection,
    arguments: [
      ...own,
      argument("first", { kind: Kind.INT, value: String(PAGE) }),
      ...(isFirst ? [] : [argument("after", variable)]),
    ],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [
        ...(connection.selectionSet?.selections ?? []),
        field("pageInfo", PAGE_INFO, ["hasNextPage", "endCursor"]),
        ...(isFirst ? [field("totalCount", TOTAL)] : []),
      ],
    },
  };
  const declared = {
    kind: Kind.VARIABLE_DEFINITION,
    variable,
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: "String" } },
  };
  return visit(document, {
    Field: (node) => (node === connection ? paged : undefined) as FieldNode | undefined,
    OperationDefinition: {
      leave: (node) =>
        (isFirst
          ? undefined
          : { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), declared] }) as never,
    },
  });
}

function field(name: string, alias: string, inner: string[] = []): FieldNode {
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
  return {
    kind: Kind.FIELD,
    name: named(name),
    alias: named(alias),
    ...(inner.length > 0 && {
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: inner.map((value) => ({ kind: Kind.FIELD, name: named(value) }) as const),
      },
    }),
  };
}
