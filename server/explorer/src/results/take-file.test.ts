import { afterEach, expect, test, vi } from "vitest";
import { takeFile } from "./take-file.ts";

afterEach(() => vi.unstubAllGlobals());

const asked = { format: "csv", query: "{ x }", operationName: "", variables: {}, headers: { "X-Chacra-Purpose": "y" } };
const attachment = { "content-disposition": 'attachment; filename="farms.csv"' };

function answering(answer: () => Response | Promise<Response>) {
  const fetched = vi.fn(async (_address: string, _request: RequestInit) => await answer());
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

test("a whole file comes under the server's name, asked for with the given headers", async () => {
  const fetched = answering(() => new Response("code\r\n1\r\n", { headers: attachment }));
  const taken = await takeFile(asked);
  expect(taken).toMatchObject({ name: "farms.csv" });
  expect("blob" in taken && (await taken.blob.text())).toBe("code\r\n1\r\n");
  expect(fetched.mock.calls[0]?.[0]).toBe("/graphql?format=csv");
  expect(fetched.mock.calls[0]?.[1].headers).toMatchObject({ "X-Chacra-Purpose": "y" });
});

test.each([
  ["query A { x } query B { x }", "B", "B"],
  ["query New { x }", "Old", "New"],
  ["{ x }", "Old", undefined],
  ["query A { x } query B { x }", "Old", undefined],
  ["{ x", "A", undefined],
])("of %s, with %s noted as chosen, the operation asked for is %s", async (query, operationName, sent) => {
  const fetched = answering(() => new Response("", { headers: attachment }));
  await takeFile({ ...asked, query, operationName });
  expect(JSON.parse(String(fetched.mock.calls[0]?.[1].body)).operationName).toBe(sent);
});

test("a file that breaks off is none", async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("code\r\n"));
      controller.error(new Error("cut"));
    },
  });
  answering(() => new Response(broken, { headers: attachment }));
  expect(await takeFile(asked)).toEqual({ failure: "brokenOff" });
});

test.each([200, 400])("an error, with status %i, is told in the server's words", async (status) => {
  answering(() => Response.json({ errors: [{ message: "No list." }] }, { status }));
  expect(await takeFile(asked)).toEqual({ failure: { message: "No list." } });
});

test("an answer that is none of the graph's is told by its status, and no answer as such", async () => {
  answering(() => new Response("<html>", { status: 502, statusText: "Bad Gateway" }));
  expect(await takeFile(asked)).toEqual({ failure: { message: "502 Bad Gateway" } });
  answering(() => Promise.reject(new TypeError("fetch failed")));
  expect(await takeFile(asked)).toEqual({ failure: "unreachable" });
});
