import type { FieldNode, SelectionSetNode } from "graphql";
import type { IdentifiedDocument } from "../transport/by-id.ts";
import { type Further, furtherOf } from "./further.ts";
import { fieldsAt, setsOf } from "./selection.ts";

/** One of the connections on a path. */
export interface PlannedConnection {
  /** The path up to here, for people. */
  at: string;
  /** The fields to it, from the result or from the object that it belongs to. */
  steps: readonly string[];
  /** The field of its items. */
  items: "nodes" | "edges";
}

/** One in another one. */
export interface InnerConnection extends PlannedConnection {
  /** Asks for its further pages; for those of the first connection there is the document. */
  further: Further;
}

export interface Plan {
  /** The document's variable for the cursor of the first connection. */
  after: string;
  first: PlannedConnection;
  /** Those inside, to the one whose items are wanted. */
  inner: readonly InnerConnection[];
}

/**
 * Reads in a document how the connection at a path, and those on the way to it, are paged.
 *
 * @throws {TypeError} when the document does not select what that takes
 */
export function planOf(document: IdentifiedDocument, path: string): Plan {
  const operation = document.definitions.find((definition) => definition.kind === "OperationDefinition");
  if (operation?.operation !== "query") throw new TypeError("The document of pages must hold a query.");
  const fragments = new Map(
    document.definitions.flatMap((part) => (part.kind === "FragmentDefinition" ? [[part.name.value, part]] : [])),
  );
  const [first = "", ...parts] = path.split(/\.(nodes|edges\.node)\./);
  const selects = (fields: FieldNode[], ...names: string[]) => fieldsAt(setsOf(fields), names, fragments).length > 0;

  function connectionAt(sets: SelectionSetNode[], at: string, steps: string[], through: string | undefined) {
    const fields = fieldsAt(sets, steps, fragments);
    if (fields.length === 0) throw new TypeError(`The document of pages has no field at "${at}".`);
    for (const name of ["hasNextPage", "endCursor"]) {
      if (selects(fields, "pageInfo", name)) continue;
      throw new TypeError(`The document of pages must select pageInfo { hasNextPage endCursor } at "${at}".`);
    }
    const items = through === "nodes" || (!through && selects(fields, "nodes")) ? "nodes" : "edges";
    if (!selects(fields, items)) throw new TypeError(`The document of pages must select nodes or edges at "${at}".`);
    return { fields, connection: { at, steps, items } satisfies PlannedConnection };
  }

  let { fields, connection } = connectionAt([operation.selectionSet], first, first.split("."), parts[0]);
  const after = afterOf(fields)?.value;
  if (after?.kind !== "Variable") {
    throw new TypeError(`The document of pages must pass a variable as after: at "${first}", such as after: $after.`);
  }
  const plan = { after: after.name.value, first: connection };
  const inner: InnerConnection[] = [];
  for (let at = first; parts.length > 0; ) {
    const [through = "", field = ""] = parts.splice(0, 2);
    const outer = `${at}.${through}`;
    const steps = field.split(".");
    const sets = setsOf(fieldsAt(setsOf(fields), through.split("."), fragments));
    for (const name of ["id", "__typename"]) {
      if (fieldsAt(sets, [name], fragments).some((field) => field.name.value === name)) continue;
      throw new TypeError(
        `The document of pages must select id and __typename at "${outer}": further pages need them.`,
      );
    }
    at = `${outer}.${field}`;
    ({ fields, connection } = connectionAt(sets, at, steps, parts[0]));
    if (afterOf(fields)) throw new TypeError(`The document of pages must pass no after: at "${at}"; pages does.`);
    inner.push({
      ...connection,
      further: furtherOf(operation, fragments, sets, steps, document.documentId !== undefined),
    });
  }
  return { ...plan, inner };
}

function afterOf(fields: FieldNode[]) {
  return fields.flatMap((field) => field.arguments ?? []).find(({ name }) => name.value === "after");
}
