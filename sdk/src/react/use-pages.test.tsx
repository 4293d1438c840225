// @vitest-environment jsdom
import { fireEvent, render, renderHook, screen, waitFor } from "@testing-library/react";
import { StrictMode } from "react";
import { expect, test, vi } from "vitest";
import { createCache } from "../cache/index.ts";
import { graphql } from "../index.ts";
import { useChacraPages } from "./index.ts";
import { type Asked, Card, complaints, List, on, programme } from "./testing.tsx";

const text = (id: string) => screen.getByTestId(id).textContent;
const more = () => fireEvent.click(screen.getByText("more"));

test.each([
  ["whole results", undefined],
  ["pages together", createCache()],
  ["each page", createCache({ mergePages: false })],
])("a list grows to its end, with a cache that keeps %s", async (_, cache) => {
  const silent = complaints();
  const { wrapper, seen } = await on(programme, { cache });
  const { unmount } = render(
    <StrictMode>
      <List />
    </StrictMode>,
    { wrapper },
  );
  await screen.findByText("AB");
  more();
  expect(text("state")).toBe("fetching");
  more();
  await screen.findByText("ABCD");
  more();
  await screen.findByText("ABCDE");
  expect(screen.getByText("more")).toHaveProperty("disabled", true);
  expect(seen.map(({ variables }) => variables.after)).toEqual([undefined, "2", "4"]);
  unmount();
  render(<List />, { wrapper });
  expect(text("families")).toBe("AB");
  more();
  expect(text("families")).toBe("ABCD");
  expect(seen).toHaveLength(3);
  silent();
});

test("a page that fails leaves the ones before, and is asked for again", async () => {
  let broken = true;
  const { wrapper } = await on((asked) => {
    if (!asked.variables.after || !broken) return programme(asked);
    return { data: null, errors: [{ message: "Too much", extensions: { code: "COST" } }] };
  });
  render(<List />, { wrapper });
  await screen.findByText("AB");
  more();
  await screen.findByText("error COST");
  expect(text("families")).toBe("AB");
  broken = false;
  more();
  await screen.findByText("ABCD");
  expect(text("state")).toBe("");
});

test("errors beside a page are told, and its items shown", async () => {
  const { wrapper } = await on((asked) => ({
    ...programme(asked),
    errors: [{ message: "Not for you", path: ["families", "nodes", 0, "code"], extensions: { code: "FORBIDDEN" } }],
  }));
  render(<List />, { wrapper });
  await screen.findByText("AB");
  expect(text("state")).toBe("error FORBIDDEN");
});

test("a server that goes in circles is told", async () => {
  const { wrapper } = await on((asked) => programme({ ...asked, variables: {} }));
  render(<List />, { wrapper });
  await screen.findByText("AB");
  more();
  await screen.findByText("error REPEATED_CURSOR");
  expect(screen.getByText("more")).toHaveProperty("disabled", true);
});

test("other variables begin another list, and refetch begins anew", async () => {
  const { wrapper, seen } = await on(programme);
  const { rerender } = render(<List />, { wrapper });
  await screen.findByText("AB");
  more();
  await screen.findByText("ABCD");
  rerender(<List crop="CACAO" />);
  await waitFor(() => expect([text("families"), text("state")]).toEqual(["AB", ""]));
  more();
  await screen.findByText("ABCD");
  fireEvent.click(screen.getByText("again"));
  await waitFor(() => expect([text("families"), text("state")]).toEqual(["AB", ""]));
  await waitFor(() => expect(seen).toHaveLength(5));
});

test.each([
  ["whole results", undefined],
  ["pages together", createCache()],
])("when the first page comes to end elsewhere, those after it are dropped, with a cache of %s", async (_, cache) => {
  let shift = 0;
  const shifted = (asked: Asked) => {
    const answer = JSON.stringify(programme(asked));
    return JSON.parse(shift && !asked.variables.after ? answer.replace('"endCursor":"2"', '"endCursor":"1"') : answer);
  };
  const { wrapper } = await on(shifted, { cache });
  render(
    <>
      <List />
      <Again />
    </>,
    { wrapper },
  );
  await screen.findByText("AB");
  more();
  await screen.findByText("ABCD");
  shift = 1;
  fireEvent.click(screen.getByText("ask elsewhere"));
  await waitFor(() => expect(text("families")).toBe("AB"));
  expect(screen.getByText("more")).toHaveProperty("disabled", false);
});

/** Another component with the same first page. */
function Again() {
  const { refetch } = useChacraPages(
    graphql(`
      query Families($after: String, $where: FamilyWhere) {
        families(first: 2, after: $after, where: $where) {
          __typename
          nodes { id __typename code }
          pageInfo { __typename hasNextPage endCursor }
        }
      }
    `),
    { where: undefined },
    "families",
  );
  return (
    <button type="button" onClick={refetch}>
      ask elsewhere
    </button>
  );
}

test("leaving ends the request of a page", async () => {
  const { wrapper, seen, state } = await on((asked) => (asked.variables.after ? undefined : programme(asked)));
  const { unmount } = render(<List />, { wrapper });
  await screen.findByText("AB");
  more();
  await waitFor(() => expect(seen).toHaveLength(2));
  unmount();
  await waitFor(() => expect(state.ended).toBe(1));
});

test("clearing the cache asks anew for what is shown, and ends what is under way", async () => {
  const cache = createCache();
  let answering = true;
  const { wrapper, seen, state } = await on((asked) => (answering ? programme(asked) : undefined), { cache });
  const { rerender } = render(<List />, { wrapper });
  await screen.findByText("AB");
  answering = false;
  rerender(
    <>
      <List />
      <Card code="A" />
    </>,
  );
  await waitFor(() => expect(seen).toHaveLength(2));
  answering = true;
  cache.clear();
  await screen.findByText("family A");
  await waitFor(() => expect(seen).toHaveLength(4));
  expect(state.ended).toBe(1);
});

test("connections in others are refused", async () => {
  const Inner = graphql(`
    query Inner($after: String) {
      families(after: $after) {
        nodes { id __typename farms { nodes { code } pageInfo { hasNextPage endCursor } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `);
  const { wrapper } = await on(programme);
  vi.spyOn(console, "error").mockImplementation(() => {});
  // @ts-expect-error the connection is in another one
  expect(() => renderHook(() => useChacraPages(Inner, {}, "families.nodes.farms"), { wrapper })).toThrow(
    /no other one/,
  );
});
