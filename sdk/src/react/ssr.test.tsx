// @vitest-environment jsdom

import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { act, render, screen, waitFor } from "@testing-library/react";
import { StrictMode, Suspense } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToPipeableStream } from "react-dom/server.node";
import { expect, test } from "vitest";
import { createCache } from "../cache/index.ts";
import { createClient } from "../index.ts";
import { ChacraProvider, createSsr } from "./index.ts";
import { Card, complaints, List, on, programme } from "./testing.tsx";

const app = (
  <StrictMode>
    <Suspense fallback="waiting">
      <Card code="</script><A>" suspense />
      <List suspense />
    </Suspense>
  </StrictMode>
);

/** What a server sends once everything is there. */
function html(element: React.ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(element, {
      onAllReady: () => resolve(text(pipe(new PassThrough()))),
      onError: reject,
    });
  });
}

test.each([
  ["whole results", undefined],
  ["entities", createCache],
])("what the server rendered goes on in the browser without a request, with a cache of %s", async (_, cache) => {
  const silent = complaints();
  const { url, seen } = await on(programme);
  const ssr = createSsr();
  const server = createClient({ url, cache: cache?.() });
  const sent = await html(
    <ChacraProvider client={server} ssr={ssr}>
      {app}
    </ChacraProvider>,
  );
  const state = ssr.collected();
  expect(sent).toContain("AB");
  expect(state).not.toContain("<");
  expect(seen).toHaveLength(2);

  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = sent;
  const browser = createClient({ url, cache: cache?.() });
  const root = await act(() =>
    hydrateRoot(
      container,
      <ChacraProvider client={browser} ssr={createSsr(state)}>
        {app}
      </ChacraProvider>,
    ),
  );
  expect(screen.getByText("AB")).toBeTruthy();
  expect(screen.getByText("family </script><A>")).toBeTruthy();
  await act(() => screen.getByText("more").click());
  await screen.findByText("ABCD");
  expect(seen.slice(2).map(({ variables }) => variables.after)).toEqual(["2"]);
  silent();
  await act(() => root.unmount());
  container.remove();
});

test("what never came to the server is asked for by the browser", async () => {
  const silent = complaints();
  const { url, seen } = await on(programme);
  const ssr = createSsr();
  const lost = createClient({ url: "http://127.0.0.1:1/graphql" });
  await html(
    <ChacraProvider client={lost} ssr={ssr}>
      <Suspense>
        <Card code="A" suspense />
      </Suspense>
    </ChacraProvider>,
  );
  expect(ssr.collected()).toBe("{}");
  render(
    <ChacraProvider client={createClient({ url })} ssr={createSsr(ssr.collected())}>
      <Card code="A" />
    </ChacraProvider>,
  );
  await screen.findByText("family A");
  expect(seen).toHaveLength(1);
  silent();
});

test("what the server collected is not shown once the cache is cleared", async () => {
  const silent = complaints();
  const { url, seen } = await on(programme);
  const ssr = createSsr();
  await html(
    <ChacraProvider client={createClient({ url })} ssr={ssr}>
      <Card code="A" suspense />
    </ChacraProvider>,
  );
  const cache = createCache();
  cache.clear();
  render(
    <ChacraProvider client={createClient({ url, cache })} ssr={createSsr(ssr.collected())}>
      <Card code="A" />
    </ChacraProvider>,
  );
  await waitFor(() => expect(screen.getByTestId("family").textContent).toBe("family A"));
  expect(seen).toHaveLength(2);
  silent();
});
