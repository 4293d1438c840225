import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";

/** Where Chromium is; undefined where there is none. */
export const executablePath = [
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

/** A page in a real browser, with all that it asks for and complains of. */
export interface Visit {
  page: Page;
  requests: { url: string; headers: Record<string, string>; body: string | null }[];
  complaints: string[];
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args: quiet });
}

/** Opens an address as somebody does who comes for the first time, and waits until what it is for is there. */
export async function visit(
  browser: Browser,
  address: string,
  options: Parameters<Browser["newContext"]>[0] = {},
  ready = ".graphiql-query-editor .view-line",
): Promise<Visit> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(address).origin });
  const page = await context.newPage();
  const visited: Visit = { page, requests: [], complaints: [] };
  page.on("request", (request) =>
    visited.requests.push({ url: request.url(), headers: request.headers(), body: request.postData() }),
  );
  page.on("requestfailed", (request) =>
    visited.complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`),
  );
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      visited.complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => visited.complaints.push(`thrown: ${error.message}`));
  await page.goto(address, { waitUntil: "load" });
  await page.locator(ready).first().waitFor();
  return visited;
}

/** Presses Tab until the focus is there, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error("The focus never comes there.");
}
