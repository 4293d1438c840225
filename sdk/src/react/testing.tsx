import { cleanup, configure } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, vi } from "vitest";
import { type ChacraError, createClient, graphql } from "../index.ts";
import { page, serving } from "../pages/testing.ts";
import { ChacraProvider, useChacraPages, useChacraQuery } from "./index.ts";

configure({ asyncUtilTimeout: 20_000 });
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

export const Family = graphql("query Family($code: String!) { family(code: $code) { id __typename code enrolledOn } }");
export const Families = graphql(`
  query Families($after: String, $where: FamilyWhere) {
    families(first: 2, after: $after, where: $where) {
      __typename
      nodes { id __typename code }
      pageInfo { __typename hasNextPage endCursor }
    }
  }
`);
export type Asked = Parameters<Parameters<typeof serving>[0]>[0];

const all = ["A", "B", "C", "D", "E"].map((code) => ({ __typename: "Family", id: `id-${code}`, code }));

/** A programme of five families. */
export function programme({ query, variables }: Asked) {
  if (query.startsWith("query Families")) {
    const { nodes, pageInfo } = page(all, variables.after, 2);
    const families = { __typename: "FamilyConnection", nodes, pageInfo: { __typename: "PageInfo", ...pageInfo } };
    return { data: { families }, extensions: { cost: { requested: 7, limit: 100 } } };
  }
  const code = String(variables.code);
  return { data: { family: { __typename: "Family", id: `id-${code}`, code, enrolledOn: "2020-01-01" } } };
}

/** A server, a client of it, and components around which a provider is. */
export async function on(
  answer: Parameters<typeof serving>[0],
  options: Partial<Parameters<typeof createClient>[0]> = {},
) {
  const { url, seen, state } = await serving(answer);
  const chacra = createClient({ url, ...options });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ChacraProvider client={chacra}>{children}</ChacraProvider>
  );
  return { url, seen, state, chacra, wrapper };
}

export function shown(error: ChacraError | undefined): string {
  return error ? `error ${error.code}` : "";
}

/** Shows a family. */
export function Card({ code, suspense }: { code: string | null; suspense?: boolean }) {
  const [{ data, error, fetching, stale }, refetch] = useChacraQuery(Family, code === null ? null : { code }, {
    suspense,
  });
  const states = [fetching && "fetching", stale && "stale", shown(error)].filter(Boolean).join(" ");
  return (
    <p>
      <b data-testid="family">{data?.family ? `family ${data.family.code}` : "no family"}</b>
      <i data-testid="state">{states}</i>
      <button type="button" onClick={refetch}>
        again
      </button>
    </p>
  );
}

/** Shows families, page by page. */
export function List({ crop, suspense }: { crop?: "COFFEE" | "CACAO"; suspense?: boolean }) {
  const where = crop && { farms: { some: { plots: { some: { crop: { equals: crop } } } } } };
  const { items, fetching, error, hasMore, loadMore, refetch } = useChacraPages(Families, { where }, "families", {
    suspense,
  });
  return (
    <section>
      <b data-testid="families">{items.map(({ code }) => code).join("")}</b>
      <i data-testid="state">{[fetching && "fetching", shown(error)].filter(Boolean).join(" ")}</i>
      <button type="button" onClick={loadMore} disabled={!hasMore}>
        more
      </button>
      <button type="button" onClick={refetch}>
        again
      </button>
    </section>
  );
}

/** Wants that React and others complain of nothing while a test runs. */
export function complaints() {
  const silently = () => {};
  const spies = [
    vi.spyOn(console, "error").mockImplementation(silently),
    vi.spyOn(console, "warn").mockImplementation(silently),
  ];
  return () => {
    const told = spies.flatMap(({ mock }) => mock.calls.map(String));
    // A server and a browser in one process, as only a test has them.
    expect(told.filter((message) => !message.startsWith("Detected multiple renderers"))).toEqual([]);
  };
}
