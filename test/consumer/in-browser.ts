import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { launch } from "../browser.ts";
import { command } from "./command.ts";
import type { GraphServer } from "./graph.ts";
import type { Answers } from "./programs.ts";
import type { Consumer } from "./project.ts";

/** How each bundler makes page.js and worker.js in a folder of its name. */
const bundlers: Record<string, (consumer: Consumer) => Promise<unknown>> = {
  esbuild: ({ folder, installed }) =>
    command(
      installed(".bin/esbuild"),
      ["page=out/page.js", "worker=out/web-worker.js", "--bundle", "--minify", "--format=esm", "--outdir=esbuild"],
      folder,
    ),
  vite: ({ folder }) => command(process.execPath, ["bundle-vite.mjs"], folder),
  webpack: ({ folder }) => command(process.execPath, ["bundle-webpack.mjs"], folder),
};

export const bundlerNames = Object.keys(bundlers);

/** What a page shows and asks for, and what the features answer in it and in a worker of it. */
export interface Page {
  rendered: string;
  farmsAtFirst: number;
  farmsAfterMore: number;
  requestsToHydrate: number;
  inThePage: Answers;
  inAWorker: Answers;
}

/** Bundles the page, opens it as a server rendered it, and works with it. */
export async function runInBrowser(
  bundler: string,
  consumer: Consumer,
  graph: GraphServer,
  rendered: { html: string; collected: string },
): Promise<Page> {
  await bundlers[bundler]?.(consumer);
  const script = (id: string, text: string) => `<script id="${id}" type="application/json">${text}</script>`;
  const html = `<!doctype html><meta charset="utf-8"><title>A consumer</title><div id="root">${rendered.html}</div>
${script("graph", JSON.stringify(graph))}${script("collected", rendered.collected)}<script type="module" src="/page.js"></script>`;
  const pages = createServer(({ url = "/" }, response) => {
    const file = path.join(consumer.folder, bundler, path.basename(url));
    if (url === "/") response.writeHead(200, { "content-type": "text/html" }).end(html);
    else if (existsSync(file)) response.writeHead(200, { "content-type": "text/javascript" }).end(readFileSync(file));
    else response.writeHead(url === "/favicon.ico" ? 204 : 404).end();
  }).listen(0, "127.0.0.1");
  await once(pages, "listening");
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ stack }) => complaints.push(stack ?? ""));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
    const farms = page.locator("li");
    await page.locator("button:enabled").waitFor();
    const farmsAtFirst = await farms.count();
    const requestsToHydrate: number = await page.evaluate("requests()");
    await page.locator("button").click();
    await farms.nth(farmsAtFirst).waitFor();
    const farmsAfterMore = await farms.count();
    const heading = await page.locator("h1").textContent();
    if (complaints.length > 0) throw new Error(`The page complains:\n${complaints.join("\n")}`);
    return {
      rendered: heading ?? "",
      farmsAtFirst,
      farmsAfterMore,
      requestsToHydrate,
      inThePage: await page.evaluate("inThePage()"),
      inAWorker: await page.evaluate("inAWorker()"),
    };
  } finally {
    await browser.close();
    pages.close();
  }
}
