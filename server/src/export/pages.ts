import { type DocumentNode, type FieldNode, Kind, parse, type SelectionNode, visit } from "graphql";
import { isSized, type Table } from "./table.ts";

/** Rows a page, when the walk goes through all of them. */
const PAGE = 100;

/** Response keys and variables of ours, that no caller's own would be. */
export const AFTER = "chacraAfter";
export const PAGE_INFO = "chacraPageInfo";
export const TOTAL = "chacraTotal";
export const PLACE = "chacraPlace";

/** Whether all pages of the table's connection are meant: who gives `first` or `last` wants that page. */
export function walksPages({ connection }: Table): boolean {
  return connection !== undefined && !isSized(connection);
}

/** The documents that ask for the pages of a table: of the first also how many rows there are. */
export function pagedDocuments(
  document: DocumentNode,
  table: Table,
  needsPlace: boolean,
): { first: DocumentNode; next: DocumentNode } {
  const { connection, nested, place } = table;
  const added = new Map<FieldNode, Addition>();
  for (const node of nested) add(added, node, { select: `${PAGE_INFO}: pageInfo { hasNextPage }` });
  if (needsPlace && place) add(added, place.node, { select: `${PLACE}: coordinates { latitude longitude }` });
  if (!connection || !walksPages(table)) return { first: changed(document, added), next: document };

  const pages = `${PAGE_INFO}: pageInfo { hasNextPage endCursor }`;
  const first = new Map(added);
  add(first, connection, { select: `${pages} ${TOTAL}: totalCount`, args: `first: ${PAGE}` });
  add(added, connection, { select: pages, args: `first: ${PAGE}, after: $${AFTER}`, without: "after" });
  return { first: changed(document, first), next: declaring(changed(document, added)) };
}

/** What a field of the document is given beside what it has. */
interface Addition {
  select: string;
  args?: string;
  without?: string;
}

function add(additions: Map<FieldNode, Addition>, node: FieldNode, addition: Addition): void {
  const known = additions.get(node);
  additions.set(node, known ? { ...known, ...addition, select: `${known.select} ${addition.select}` } : addition);
}

function changed(document: DocumentNode, additions: ReadonlyMap<FieldNode, Addition>): DocumentNode {
  return visit(document, {
    Field(node) {
      const addition = additions.get(node);
      if (!addition) return undefined;
      const { select, args, without } = addition;
      const extra = fieldOf(`x${args ? `(${args})` : ""} { ${select} }`);
      return {
        ...node,
        arguments: [...(node.arguments ?? []).filter(({ name }) => name.value !== without), ...(extra.arguments ?? [])],
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: [...(node.selectionSet?.selections ?? []), ...(extra.selectionSet?.selections ?? [])],
        },
      };
    },
  });
}

function declaring(document: DocumentNode): DocumentNode {
  const [operation] = parse(`query ($${AFTER}: String) { x }`, { noLocation: true }).definitions;
  const declared = operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
  return visit(document, {
    OperationDefinition: (node) => ({
      ...node,
      variableDefinitions: [...(node.variableDefinitions ?? []), ...declared],
    }),
  });
}

function fieldOf(text: string): FieldNode {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  const selections: readonly SelectionNode[] =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return selections[0] as FieldNode;
}
