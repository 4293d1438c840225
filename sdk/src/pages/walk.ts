import type { DocumentNode } from "graphql";
import { errorOf } from "../error-classes.ts";
import { ahead, started } from "./flow.ts";
import type { Parent } from "./further.ts";
import { type Page, pageIn, pagesFrom } from "./page.ts";
import type { InnerConnection, Plan, PlannedConnection } from "./plan.ts";
import type { Position } from "./resume-token.ts";

/** An item, and where the walk is when it is done. */
export interface Step {
  item: unknown;
  position: Position;
}

/** What a walk goes by. */
export interface Way {
  plan: Plan;
  document: DocumentNode;
  variables: object;
  concurrency: number;
  ask(document: DocumentNode, variables: object): Promise<unknown>;
}

/** The items in their order, from a position on: those of the innermost connection, over all of the outer ones. */
export async function* walk(way: Way, [start, ...deeper]: Position): AsyncGenerator<Step> {
  const { plan, document, variables } = way;
  const page = async (cursor: string | null) => {
    const given = cursor === null ? variables : { ...variables, [plan.after]: cursor };
    return pageIn(await way.ask(document, given), plan.first, cursor);
  };
  const first = await page(start?.cursor ?? null);
  yield* items(way, plan.first, plan.inner, pagesFrom(first, page), start?.index ?? 0, deeper);
}

/** The items of a connection of an object that an outer page holds. */
async function* walkIn(
  way: Way,
  parent: Parent,
  connection: InnerConnection,
  inner: readonly InnerConnection[],
  [start, ...deeper]: Position,
): AsyncGenerator<Step> {
  const page = async (cursor: string) => {
    const { document, variables } = await connection.further.page(parent, cursor, way.variables);
    const data = await way.ask(document, variables);
    return pageIn(Reflect.get(Object(data), "node"), connection, cursor);
  };
  const cursor = start?.cursor ?? null;
  const first = cursor === null ? pageIn(parent, connection, null) : await page(cursor);
  yield* items(way, connection, inner, pagesFrom(first, page), start?.index ?? 0, deeper);
}

/** What pages hold: their items, or those of the next connection inside. */
async function* items(
  way: Way,
  connection: PlannedConnection,
  [next, ...inner]: readonly InnerConnection[],
  pages: AsyncGenerator<Page>,
  done: number,
  within: Position,
): AsyncGenerator<Step> {
  let from = done;
  let resume = within;
  for await (const { cursor, items } of ahead(pages)) {
    if (!next) {
      for (let index = from; index < items.length; index++) {
        yield { item: items[index], position: [{ cursor, index: index + 1 }] };
      }
    } else {
      const parents = items.map((item) => parentIn(item, connection));
      // As many as may be asked for at once are begun before their turn; what has no further page costs nothing.
      const begun: { steps: AsyncGenerator<Step>; open: number }[] = [];
      let open = 0;
      let ready = from;
      for (let index = from; index < parents.length; index++) {
        while (begun.length === 0 || open < way.concurrency) {
          const parent = parents[ready++];
          if (!parent) break;
          const more = inner.length > 0 || resume.length > 0 || pageIn(parent, next, null).hasNextPage ? 1 : 0;
          begun.push({ steps: started(walkIn(way, parent, next, inner, resume)), open: more });
          open += more;
          resume = [];
        }
        const turn = begun.shift();
        if (!turn) break;
        for await (const { item, position } of turn.steps) yield { item, position: [{ cursor, index }, ...position] };
        open -= turn.open;
      }
    }
    from = 0;
    resume = [];
  }
}

function parentIn(item: unknown, { at, items }: PlannedConnection): Parent {
  const parent = items === "edges" ? Reflect.get(Object(item), "node") : item;
  // What it holds would be left out, and nobody would know.
  if (!parent) throw errorOf("UNKNOWN", `The server gave null among the ${items} at "${at}" and no error.`);
  return parent;
}
