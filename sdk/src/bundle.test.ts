import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build } from "tsdown";
import { expect, test } from "vitest";

/** A consumer of the whole client, and one that wants a single document. */
const whole = `
  import { createClient, graphql } from "../../index.ts";
  const chacra = createClient({ url: globalThis.graphAddress });
  const Own = graphql("query Own { regions { totalCount } }");
  globalThis.result = Promise.all([chacra.regionOverview({ ubigeo: "22" }), chacra.query(Own)]);
`;
const single = `
  import { createQueryClient, RegionOverviewDocument } from "../../index.ts";
  const chacra = createQueryClient({ url: globalThis.graphAddress });
  globalThis.result = Promise.all([chacra.query(RegionOverviewDocument, { ubigeo: "22" })]);
`;

/** What a bundler makes of a consumer for a browser. */
async function bundle(consumer: string): Promise<string> {
  const folder = mkdtempSync(fileURLToPath(new URL("generated/bundle-", import.meta.url)));
  try {
    writeFileSync(path.join(folder, "consumer.ts"), consumer);
    await build({
      entry: path.join(folder, "consumer.ts"),
      outDir: path.join(folder, "out"),
      format: "iife",
      platform: "browser",
      deps: { alwaysBundle: [/./] },
      config: false,
      dts: false,
      clean: false,
      logLevel: "error",
    });
    return readFileSync(path.join(folder, "out", "consumer.iife.js"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a script where there is nothing but a browser's globals. */
function runInBrowser(code: string, graphAddress: string): unknown {
  const { AbortController, AbortSignal, Headers, Request, Response, URL, TextDecoder, fetch } = globalThis;
  const { atob, btoa, clearTimeout, performance, setTimeout, TextEncoder } = globalThis;
  const page: Record<string, unknown> = {
    AbortController,
    AbortSignal,
    Headers,
    Request,
    Response,
    URL,
    TextDecoder,
    fetch,
  };
  Object.assign(page, { atob, btoa, clearTimeout, performance, setTimeout, TextEncoder });
  page.globalThis = page;
  page.graphAddress = graphAddress;
  runInNewContext(code, page);
  return page.result;
}

test.each([
  ["the whole client", whole, ["RegionOverview", "Own"]],
  ["a single document", single, ["RegionOverview"]],
])(
  "a program that uses %s bundles for a browser and runs with a browser's globals alone",
  async (_, consumer, names) => {
    const graph = createServer(async (request, response) => {
      const { operationName } = JSON.parse(Buffer.concat(await request.toArray()).toString());
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ data: { asked: operationName } }));
    }).listen(0, "127.0.0.1");
    await once(graph, "listening");
    const code = await bundle(consumer);
    expect(code).not.toMatch(/require\(|["']node:/);
    const result = await runInBrowser(code, `http://127.0.0.1:${(graph.address() as AddressInfo).port}/graphql`);
    graph.close();
    expect(result).toEqual(names.map((asked) => ({ asked })));
  },
);

test("a bundle holds only the documents that it uses", async () => {
  expect(await bundle(whole)).toContain("query MarketEvents");
  const code = await bundle(single);
  expect(code).toContain("query RegionOverview");
  expect(code).not.toContain("query MarketEvents");
});

test("the test server runs with a browser's globals alone, and no other bundle holds anything of it", async () => {
  const testing = `
    import { createTestServer } from "../../testing/index.ts";
    globalThis.result = createTestServer().client().regionOverview({ ubigeo: "22" });
  `;
  const { region } = Object(await runInBrowser(await bundle(testing), ""));
  expect(region.families.totalCount).toBeGreaterThan(10);
  expect(await bundle(whole)).not.toMatch(/class RecordStore|The graph in GraphQL|AD-CACAO-HECTARES/);
});

test("a bundle of a client without methods holds what goes through pages only when it uses it", async () => {
  const paging = `${single} import { pages } from "../../index.ts"; globalThis.pages = pages;`;
  expect(await bundle(paging)).toContain("must pass a variable as after:");
  expect(await bundle(single)).not.toContain("must pass a variable as after:");
});

test("a bundle holds the table of scalars only when it parses them", async () => {
  const parsing = single
    .replace("{ url", "{ scalars: parseScalars({}), url")
    .replace("{ create", "{ parseScalars, create");
  expect(await bundle(parsing)).toContain("supersededOn");
  expect(await bundle(single)).not.toContain("supersededOn");
});
