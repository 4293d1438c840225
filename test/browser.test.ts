import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Server, serve, stop, temporaryDirectory } from "./server-process.ts";

const executablePath = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((candidate) => candidate && existsSync(candidate));
if (!executablePath) {
  console.warn("No Chromium was found: the browser tests are left out. Install it, or set CHROMIUM_PATH.");
}

/** A browser that asks nothing of its own accord: what leaves the page is the page's doing. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

describe.skipIf(!executablePath)("GraphiQL in a real browser", () => {
  const { dataDir, remove } = temporaryDirectory();
  const requests: string[] = [];
  const complaints: string[] = [];
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await serve({ CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: "0.001" });
    browser = await chromium.launch({ executablePath, args: quiet });
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on("request", (request) => requests.push(request.url()));
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));
    await page.goto(server.url, { waitUntil: "load" });
  });

  afterAll(async () => {
    await browser?.close();
    if (server) await stop(server);
    remove();
  });

  test("opens from the root with a tab for each prepared question", async () => {
    expect(page.url()).toBe(`${server.url}/graphql`);
    const tabs = page.locator(".graphiql-tab-button");
    await expect
      .poll(() => tabs.allTextContents())
      .toEqual([
        "FromRegionToFarm",
        "Regions",
        "Provinces",
        "LocalGovernments",
        "Zones",
        "Localities",
        "Families",
        "Farms",
        "Trainings",
        "Investments",
        "Organizations",
        "Enterprises",
        "Activities",
        "MarketEvents",
      ]);
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
  });

  test("runs a question and shows the data", async () => {
    await page.getByRole("button", { name: "Zones", exact: true }).click();
    expect(await page.locator(".graphiql-tab-active .graphiql-tab-button").textContent()).toBe("Zones");
    const execute = page.getByRole("button", { name: /execute query/i });
    const result = page.locator(".graphiql-response, .result-window").first();
    // GraphiQL takes a moment to see that the tab's operation is another one: ask until it does, as a person would.
    async function answer(): Promise<string | null> {
      await execute.click();
      await expect.poll(() => result.textContent(), { timeout: 10_000 }).not.toBe("");
      return await result.textContent();
    }
    await expect.poll(answer, { interval: 500, timeout: 30_000 }).toMatch(/"zones".+"cocaAreas"/s);
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  });

  test("shows the schema's descriptions, which it has read from the server", async () => {
    await page
      .getByRole("button", { name: /documentation explorer/i })
      .first()
      .click();
    await page.getByRole("link", { name: "Query", exact: true }).click();
    await page.getByText("The graph of Peru's alternative-development programme.").first().waitFor();
  });

  test("asks nothing of any other machine, and nothing goes wrong", () => {
    const elsewhere = requests.filter((url) => !/^(blob:|data:)/.test(url) && new URL(url).origin !== server.url);
    expect(elsewhere).toEqual([]);
    expect(requests.filter((url) => url === `${server.url}/graphql`).length).toBeGreaterThanOrEqual(3);
    expect(complaints).toEqual([]);
  });
});
