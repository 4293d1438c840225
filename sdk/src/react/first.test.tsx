// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { createClient, graphql } from "../index.ts";
import { ChacraProvider, useChacraPages, useChacraQuery } from "./index.ts";

const Count = graphql("query Count { families { totalCount } }");
const Families = graphql(
  "query Families($after: String) { families(first: 2, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }",
);

function App() {
  const [{ data, error, fetching }] = useChacraQuery(Count);
  const { items, hasMore, loadMore } = useChacraPages(Families, {}, "families");
  return (
    <>
      <p>{fetching ? "..." : (error?.code ?? `${data?.families.totalCount} families`)}</p>
      <ul>
        {items.map(({ code }) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      {hasMore && (
        <button type="button" onClick={loadMore}>
          more
        </button>
      )}
    </>
  );
}

test("x", async () => {
  const chacra = createClient({
    url: "http://127.0.0.1:1/",
    fetch: async (_i, init) => {
      const { variables, operationName } = JSON.parse(String(init?.body));
      const after = variables.after ?? 0;
      const data =
        operationName === "Count"
          ? { families: { totalCount: 3 } }
          : {
              families: {
                nodes: [{ code: `f${after}` }],
                pageInfo: { hasNextPage: Number(after) < 2, endCursor: String(Number(after) + 1) },
              },
            };
      return new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });
    },
  });
  render(
    <ChacraProvider client={chacra}>
      <App />
    </ChacraProvider>,
  );
  await screen.findByText("3 families");
  await screen.findByText("f0");
  (await screen.findByRole("button")).click();
  await screen.findByText("f1");
  (await screen.findByRole("button")).click();
  await screen.findByText("f2");
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getAllByRole("listitem").map((i) => i.textContent)).toEqual(["f0", "f1", "f2"]);
});
