import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build } from "tsdown";
import { expect, test } from "vitest";

const consumer = `
  import { createClient, graphql, RegionOverviewDocument } from "../../index.ts";
  const chacra = createClient({ url: globalThis.graphAddress });
  const Own = graphql("query Own { regions { totalCount } }");
  globalThis.result = Promise.all([chacra.query(RegionOverviewDocument, { ubigeo: "22" }), chacra.query(Own)]);
`;

test("a program that uses the SDK bundles for a browser and runs with a browser's globals alone", async () => {
  const asked: string[] = [];
  const graph = createServer(async (request, response) => {
    const { operationName } = JSON.parse(Buffer.concat(await request.toArray()).toString());
    asked.push(operationName);
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ data: { asked: operationName } }));
  }).listen(0, "127.0.0.1");
  await once(graph, "listening");

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
    const code = readFileSync(path.join(folder, "out", "consumer.iife.js"), "utf8");
    expect(code).not.toMatch(/require\(|["']node:/);

    const { AbortController, Headers, Request, Response, URL, TextDecoder, fetch } = globalThis;
    const page: Record<string, unknown> = { AbortController, Headers, Request, Response, URL, TextDecoder, fetch };
    page.globalThis = page;
    page.graphAddress = `http://127.0.0.1:${(graph.address() as AddressInfo).port}/graphql`;
    runInNewContext(code, page);
    expect(await page.result).toEqual([{ asked: "RegionOverview" }, { asked: "Own" }]);
    expect(asked.sort()).toEqual(["Own", "RegionOverview"]);
  } finally {
    graph.close();
    rmSync(folder, { recursive: true });
  }
});
