// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { createCache } from "../cache/index.ts";
import { FamilyDetailsDocument } from "../index.ts";
import { ChacraProvider, useChacraQuery } from "../react/index.ts";
import { createTestServer } from "./index.ts";

afterEach(cleanup);

function Card({ code }: { code: string }) {
  const [{ data, error }, refetch] = useChacraQuery(FamilyDetailsDocument, { code });
  if (error)
    return (
      <button type="button" onClick={refetch}>
        {error.code}
      </button>
    );
  return <p>{data ? `lives in ${data.family?.localGovernment.name}` : "..."}</p>;
}

test("hooks, with a cache too, are answered by the test server, faults and all", async () => {
  const server = createTestServer({ faults: [{ status: 503 }], resolvers: { "LocalGovernment.name": "Tocache" } });
  render(
    <ChacraProvider client={server.client({ cache: createCache() })}>
      <Card code="FAM-0000001" />
    </ChacraProvider>,
  );
  (await screen.findByText("HTTP")).click();
  expect((await screen.findByText("lives in Tocache")).tagName).toBe("P");
  expect(server.requests.map(({ operationName }) => operationName)).toEqual(["FamilyDetails", "FamilyDetails"]);
});
