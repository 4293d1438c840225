// @vitest-environment jsdom
import { fireEvent, render, renderHook, screen, waitFor } from "@testing-library/react";
import { StrictMode, Suspense } from "react";
import { expect, test, vi } from "vitest";
import { ChacraError, createClient, graphql, readFragment } from "../index.ts";
import { serving } from "../pages/testing.ts";
import { ChacraProvider, useChacraClient, useChacraQuery } from "./index.ts";
import { Card, complaints, Family, on, programme } from "./testing.tsx";

const text = (id: string) => screen.getByTestId(id).textContent;

test("a component gets its data, and another with the same query no further request", async () => {
  const { wrapper, seen } = await on(programme);
  const { rerender } = render(<Card code="A" />, { wrapper });
  expect([text("family"), text("state")]).toEqual(["no family", "fetching"]);
  await screen.findByText("family A");
  rerender(
    <>
      <Card code="A" key="one" />
      <Card code="A" key="two" />
    </>,
  );
  expect(screen.getAllByText("family A")).toHaveLength(2);
  expect(seen).toHaveLength(1);
});

test("while other variables are asked for, the data before is stale", async () => {
  const { wrapper } = await on(programme);
  const { rerender } = render(<Card code="A" />, { wrapper });
  await screen.findByText("family A");
  rerender(<Card code="B" />);
  expect([text("family"), text("state")]).toEqual(["family A", "fetching stale"]);
  await screen.findByText("family B");
  expect(text("state")).toBe("");
});

test("nothing is asked while the variables are null, and nothing is shown", async () => {
  const { wrapper, seen } = await on(programme);
  const { rerender } = render(<Card code={null} />, { wrapper });
  expect([text("family"), text("state")]).toEqual(["no family", ""]);
  rerender(<Card code="A" />);
  await screen.findByText("family A");
  rerender(<Card code={null} />);
  expect([text("family"), text("state")]).toEqual(["no family", ""]);
  expect(seen.map(({ variables }) => variables.code)).toEqual(["A"]);
});

test("refetch asks anew", async () => {
  let turn = 0;
  const { wrapper, seen } = await on((asked) => programme({ ...asked, variables: { code: `A${++turn}` } }));
  render(<Card code="A" />, { wrapper });
  await screen.findByText("family A1");
  fireEvent.click(screen.getByText("again"));
  await screen.findByText("family A2");
  expect(seen).toHaveLength(2);
});

test("an error is a ChacraError, beside what came all the same, and does not repeat variables", async () => {
  const { wrapper } = await on(() => ({
    data: { family: null },
    errors: [{ message: 'No family "FAM-7".', path: ["family"], extensions: { code: "FORBIDDEN" } }],
  }));
  const { result } = renderHook(() => useChacraQuery(Family, { code: "FAM-7" }), { wrapper });
  await waitFor(() => expect(result.current[0].error).toBeInstanceOf(ChacraError));
  const [{ data, error }] = result.current;
  expect(data?.family).toBe(null);
  expect(error).toMatchObject({ code: "FORBIDDEN", message: 'No family "…".', path: ["family"] });
});

test("in StrictMode there is one request, and nothing to complain of", async () => {
  const silent = complaints();
  const { wrapper, seen } = await on(programme);
  render(
    <StrictMode>
      <Card code="A" />
    </StrictMode>,
    { wrapper },
  );
  await screen.findByText("family A");
  expect(seen).toHaveLength(1);
  silent();
});

test("with suspense a component waits, and needs one request", async () => {
  const { wrapper, seen } = await on(programme);
  render(
    <StrictMode>
      <Suspense fallback="waiting">
        <Card code="A" suspense />
      </Suspense>
    </StrictMode>,
    { wrapper },
  );
  expect(screen.getByText("waiting")).toBeTruthy();
  await screen.findByText("family A");
  expect(text("state")).toBe("");
  expect(seen).toHaveLength(1);
});

test("leaving ends the request", async () => {
  const { wrapper, seen, state } = await on(() => undefined);
  const { unmount } = render(<Card code="A" />, { wrapper });
  await waitFor(() => expect(seen).toHaveLength(1));
  unmount();
  await waitFor(() => expect(state.ended).toBe(1));
});

test("a masked fragment is read, and the cost told", async () => {
  const Label = graphql("fragment Label on Family { code }");
  const Masked = graphql("query Families { families(first: 1) { nodes { ...Label } } }", [Label]);
  const { wrapper } = await on(programme);
  const { result } = renderHook(() => useChacraQuery(Masked), { wrapper });
  await waitFor(() => expect(result.current[0].data).toBeDefined());
  const [{ data, cost }] = result.current;
  expect(data?.families.nodes?.map((family) => readFragment(Label, family).code)).toEqual(["A", "B"]);
  expect(cost).toEqual({ requested: 7, limit: 100 });
});

test("the client is that of the provider, which must be there and made by createClient", async () => {
  const { wrapper, chacra } = await on(programme);
  expect(renderHook(useChacraClient, { wrapper }).result.current).toBe(chacra);
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => renderHook(useChacraClient)).toThrow(/no ChacraProvider/);
  expect(() => render(<ChacraProvider client={{ ...chacra }} />)).toThrow(/none that createClient/);
});

test("another token, perhaps another person's, shows nothing that the one before saw", async () => {
  const seenTokens: unknown[] = [];
  const { url } = await serving(programme);
  let token = "first";
  const chacra = createClient({
    url,
    token: () => token,
    fetch: (input, init) => {
      seenTokens.push(new Headers(init?.headers).get("authorization"));
      return fetch(input, init);
    },
  });
  const app = (...codes: string[]) => (
    <ChacraProvider client={chacra}>
      {codes.map((code) => (
        <Card key={code} code={code} />
      ))}
    </ChacraProvider>
  );
  const { rerender } = render(app("A"));
  await screen.findByText("family A");
  token = "second";
  rerender(app("B"));
  await screen.findByText("family B");
  rerender(app("B", "A"));
  await screen.findByText("family A");
  expect(seenTokens.filter((told) => told === "Bearer first")).toHaveLength(1);
  expect(seenTokens.filter((told) => told === "Bearer second").length).toBeGreaterThanOrEqual(2);
});

test("tokens that are good for one request each do not ask for ever", async () => {
  let tokens = 0;
  const { wrapper, seen } = await on(programme, { token: () => `token-${++tokens}` });
  const { rerender } = render(<Card code="A" />, { wrapper });
  await screen.findByText("family A");
  rerender(
    <>
      <Card code="A" />
      <Card code="B" />
    </>,
  );
  await screen.findByText("family B");
  const before = seen.length;
  expect(before).toBeLessThan(8);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(seen).toHaveLength(before);
});
