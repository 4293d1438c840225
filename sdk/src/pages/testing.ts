import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect } from "vitest";
import { ChacraError, type ConnectionPath, createClient, graphql, type ResultOf } from "../index.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

interface Asked {
  query: string;
  documentId?: string;
  variables: { id?: string; after?: string | null; after_?: string | null; [name: string]: unknown };
}

/** A server that answers what it is asked, a function of it; what is not answered hangs. */
export async function serving(answer: (asked: Asked) => object | undefined | Promise<object | undefined>) {
  const seen: Asked[] = [];
  const state = { running: 0, most: 0, ended: 0 };
  const server = createServer(async (request, response) => {
    const asked: Asked = JSON.parse(Buffer.concat(await request.toArray()).toString());
    seen.push(asked);
    state.most = Math.max(state.most, ++state.running);
    response.on("close", () => {
      state.running--;
      if (!response.writableEnded) state.ended++;
    });
    const body = await answer(asked);
    if (body) response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return { chacra: createClient({ url }), url, seen, state };
}

/** A page of these: a cursor is the number of items before. */
export function page<Item>(items: Item[], after: string | null | undefined, size: number) {
  const from = Number(after ?? 0);
  const end = Math.min(from + size, items.length);
  return {
    nodes: items.slice(from, end),
    edges: items.slice(from, end).map((node) => ({ node })),
    pageInfo: { hasNextPage: end < items.length, endCursor: String(end) },
  };
}

export const Families = graphql(
  "query Families($after: String) { families(after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }",
);
export const codes = Array.from({ length: 7 }, (_, index) => ({ code: `FAM-${index}` }));
export const familiesOf = ({ variables }: Asked, size = 3) => ({
  data: { families: page(codes, variables.after, size) },
});

export const Farms = graphql(`
  query Farms($ubigeo: String!, $after: String, $first: Int) {
    region(ubigeo: $ubigeo) {
      families(after: $after) {
        nodes { id __typename farms(first: $first) { nodes { code } pageInfo { hasNextPage endCursor } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
export const deep = "region.families.nodes.farms" satisfies ConnectionPath<ResultOf<typeof Farms>>;
/** Numbers of farms of each family, some on many pages of two. */
const counts = [3, 0, 1, 7, 2, 5, 5, 5, 5, 5, 9, 1];
export const families = counts.map((count, id) => ({
  id: String(id),
  __typename: "Family",
  all: Array.from({ length: count }, (_, index) => ({ code: `${id}-${index}` })),
}));
export const allFarms = families.flatMap(({ all }) => all.map(({ code }) => code));

export function farmsOf({ variables }: Asked) {
  const held = families.map((family) => ({ ...family, farms: page(family.all, null, 2) }));
  if (variables.id === undefined) return { data: { region: { families: page(held, variables.after, 5) } } };
  return { data: { node: { farms: page(families[Number(variables.id)]?.all ?? [], variables.after_, 2) } } };
}

export async function allOf<Item>(pages: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

/** What a promise is refused with. */
export async function refusal(promise: Promise<unknown>): Promise<ChacraError> {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ChacraError);
  return error;
}
