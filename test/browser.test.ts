import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executablePath, launch, tabTo, type Visit, visit } from "./browser.ts";
import { ask, type Server, serve, stop, temporaryDirectory } from "./server-process.ts";

/** A folder for pictures of the page; they are taken of a larger programme. */
const pictures = process.env.SCREENSHOTS;

describe.skipIf(!executablePath)("the explorer in a real browser", () => {
  const { dataDir, remove } = temporaryDirectory();
  let server: Server;
  let browser: Browser;
  let visited: Visit;
  let page: Page;

  beforeAll(async () => {
    server = await serve({ CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: pictures ? "0.1" : "0.001" });
    browser = await launch();
    visited = await visit(browser, server.url, { locale: "en-GB" });
    page = visited.page;
  });

  afterAll(async () => {
    await browser?.close();
    if (server) await stop(server);
    remove();
  });

  const view = (name: string) => page.getByRole("tab", { name, exact: true });
  const question = (text: string) => page.getByRole("button", { name: text });
  const rows = () => page.locator(".table-scroll tbody tr");

  async function picture(name: string): Promise<void> {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
  }

  async function pictureOfResults(name: string): Promise<void> {
    if (pictures) await page.locator(".graphiql-response").screenshot({ path: `${pictures}/${name}.png` });
  }

  /** Chooses a question with the keyboard alone: Tab into the gallery, a few letters, Tab to it, Enter. */
  async function choose(words: string, text: string): Promise<void> {
    const filter = page.getByRole("searchbox", { name: "Filter the questions" });
    await filter.focus();
    await filter.fill(words);
    await tabTo(page, question(text));
    await page.keyboard.press("Enter");
    await page.locator(".graphiql-tab-active .graphiql-tab-button").waitFor();
    await filter.fill("");
  }

  /** Goes to a view as keyboards do: Tab to the one that is chosen, the arrows from there. */
  async function show(name: string): Promise<void> {
    await tabTo(page, page.locator(".views [aria-selected=true]"));
    for (let presses = 0; presses < 4; presses += 1) {
      if ((await view(name).getAttribute("aria-selected")) === "true") return;
      await page.keyboard.press("ArrowRight");
    }
  }

  test("opens from the root with one question in the editor and the gallery beside it", async () => {
    expect(page.url()).toBe(`${server.url}/graphql`);
    await expect.poll(() => page.locator(".graphiql-tab-button").allTextContents()).toEqual(["PovertyByRegion"]);
    expect(await page.locator(".gallery h3").count()).toBeGreaterThanOrEqual(7);
    expect(await page.locator(".gallery li button").count()).toBeGreaterThanOrEqual(40);
  });

  test("a question is reached and run without a mouse, and its rows are a table", async () => {
    const filter = page.getByRole("searchbox", { name: "Filter the questions" });
    await tabTo(page, filter);
    await page.keyboard.type("likely poverty");
    await tabTo(page, question("In which regions are the assisted families"));
    await page.keyboard.press("Enter");
    await expect.poll(() => rows().count()).toBeGreaterThanOrEqual(4);
    await filter.fill("");
    const heading = page.getByRole("columnheader", { name: "povertyLikelihood.average" });
    expect(await heading.getByRole("button").getAttribute("title")).toContain("in percent");
    await picture("gallery");
  });

  test("a column sorts, down and up", async () => {
    const name = page.getByRole("button", { name: "Sort by key.region.name" });
    await tabTo(page, name);
    await page.keyboard.press("Enter");
    const ascending = await page.locator("tbody td:nth-child(2)").allTextContents();
    expect(ascending).toEqual([...ascending].sort(new Intl.Collator("es").compare));
    await page.keyboard.press("Enter");
    expect(await page.locator("tbody td:nth-child(2)").allTextContents()).toEqual([...ascending].reverse());
  });

  test("the regions are coloured on the map of Peru", async () => {
    await show("Map");
    await page.getByRole("img", { name: /^Map of Peru: / }).waitFor();
    await expect.poll(() => page.locator(".regions path").count()).toBe(25);
    const told = page.locator(".told-regions path");
    expect(await told.count()).toBeGreaterThanOrEqual(2);
    const fills = await told.evaluateAll((paths) => paths.map((path) => path.getAttribute("fill")));
    expect(new Set(fills).size).toBeGreaterThan(1);
    await pictureOfResults("map");
  });

  test("bars are drawn of what is picked", async () => {
    await show("Chart");
    await page.getByRole("img", { name: "povertyLikelihood · average by region · name" }).waitFor();
    const bars = page.locator(".drawing [aria-label=bar] > *");
    await expect.poll(() => bars.count()).toBeGreaterThanOrEqual(2);
    await bars.first().hover();
    await page.locator(".drawing [aria-label=tip]", { hasText: "povertyLikelihood · average: " }).waitFor();
    await page.getByLabel("Value").selectOption({ label: "povertyLikelihood · median" });
    await page.getByRole("img", { name: "povertyLikelihood · median by region · name" }).waitFor();
  });

  test("lines are drawn along the years", async () => {
    await choose("yields", "How have the yields of cacao and coffee developed?");
    await page.getByRole("img", { name: "yield · ratioOfSums by year, crop" }).waitFor();
    await expect.poll(() => page.locator(".drawing [aria-label=line] path").count()).toBe(2);
    await pictureOfResults("chart");
  });

  test("the picture is saved with its legend", async () => {
    const svg = await saved(page.getByRole("button", { name: "Save picture (SVG)" }));
    expect(svg.name).toBe("chart.svg");
    expect(svg.text).toMatch(/^<svg xmlns=.*CACAO.*COFFEE.*<\/svg>$/s);
  });

  test("farms are dots where they lie", async () => {
    await choose("altitude", "Where are the farms that grow coffee");
    await show("Map");
    await expect.poll(() => page.locator(".spots circle").count()).toBeGreaterThan(1);
  });

  test("a CSV file holds all rows, through all pages, and is asked for with the headers of the editor", async () => {
    await write("query Provinces { provinces { totalCount nodes { ubigeo name region { name } } } }");
    await page.getByRole("button", { name: "Headers", exact: true }).click();
    await type(page.locator(".graphiql-editor-tool .graphiql-editor:not(.hidden)"), '{"X-Chacra-Purpose": "a test"}');
    const { name, text } = await saved(page.getByRole("button", { name: "Download all rows as CSV" }));
    const { data } = await ask(server.url, "{ provinces { totalCount } }");
    expect(name).toBe("provinces.csv");
    expect(text.split("\r\n")[0]).toBe("\uFEFFubigeo,name,region.name");
    expect({ totalCount: text.trimEnd().split("\r\n").length - 1 }).toEqual(data?.provinces);
    await page.getByText("provinces.csv is saved.").waitFor();
    const asked = visited.requests.find(({ url }) => url.endsWith("?format=csv"));
    expect(asked?.headers["x-chacra-purpose"]).toBe("a test");
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("a test");
  });

  test.each(["Excel", "GeoJSON", "JSON"])("%s is saved, too", async (format) => {
    const { name, text } = await saved(page.getByRole("button", { name: `Download all rows as ${format}` }));
    expect(name).toMatch(/^provinces\.(xlsx|geojson|json)$/);
    expect(text.length).toBeGreaterThan(1_000);
  });

  test("the operation is copied as a program of the SDK", async () => {
    await page.getByRole("button", { name: "Copy as SDK code" }).click();
    await page.getByText("Copied", { exact: true }).waitFor();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toMatch(/^import \{ createClient, graphql \} from "@chacra\/sdk";/);
    expect(code).toContain(`createClient({ url: "${server.url}/graphql" })`);
    expect(code).toContain("const data = await chacra.query(Provinces);");
  });

  test("what cannot be a file is said, and nothing saved", async () => {
    await write("query Two { regions { nodes { name } } zones { nodes { name } } }");
    await page.getByRole("button", { name: "Download all rows as CSV" }).click();
    await page
      .getByText("Nothing was saved: This answer cannot be a file of rows, for it holds several lists")
      .waitFor();
    // The refusal is an answer that the browser notes, too.
    visited.complaints = visited.complaints.filter((complaint) => !complaint.includes("status of 400"));
  });

  test("shows the fields of an operation to choose from", async () => {
    await page.getByRole("button", { name: "PovertyByRegion", exact: true }).click();
    await page.getByRole("button", { name: "Show GraphiQL Explorer" }).click();
    await page.locator(".graphiql-plugin").getByText("povertyLikelihood", { exact: true }).first().waitFor();
  });

  test("shows the schema's descriptions, which it has read from the server", async () => {
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.getByRole("link", { name: "Query", exact: true }).click();
    await page.getByText("The graph of Peru's alternative-development programme.").first().waitFor();
  });

  test("asks nothing of any other machine, and nothing goes wrong", () => {
    const elsewhere = visited.requests.filter(
      ({ url }) => !/^(blob:|data:)/.test(url) && new URL(url).origin !== server.url,
    );
    expect(elsewhere).toEqual([]);
    expect(visited.requests.filter(({ url }) => url === `${server.url}/graphql`).length).toBeGreaterThanOrEqual(3);
    expect(visited.complaints).toEqual([]);
  });

  test("speaks Spanish to who does, and keeps what they choose", async () => {
    const { page: spanish, complaints } = await visit(browser, server.url, {
      locale: "es-PE",
      colorScheme: "dark",
      viewport: { width: 1024, height: 768 },
    });
    await spanish.getByRole("heading", { name: "Preguntas" }).waitFor();
    await spanish.getByRole("button", { name: "¿Qué variedades de cacao ocupan más tierra?" }).click();
    await spanish.getByRole("tab", { name: "Gráfico" }).click();
    await spanish.getByRole("img", { name: "hectares · sum por variety" }).waitFor();
    await spanish.getByRole("button", { name: "English" }).click();
    // What the editor still loads a reload would break off, which counts as a failure.
    await spanish.waitForLoadState("networkidle");
    await spanish.reload();
    await spanish.getByRole("heading", { name: "Questions" }).waitFor();
    expect(await spanish.getByRole("tab", { name: "Chart" }).getAttribute("aria-selected")).toBe("true");
    expect(complaints).toEqual([]);
    await spanish.context().close();
  });

  /** Writes an operation into a new tab. */
  async function write(text: string): Promise<void> {
    await page.getByRole("button", { name: "New tab" }).click();
    await type(page.locator(".graphiql-query-editor"), text);
  }

  async function type(editor: Locator, text: string): Promise<void> {
    await editor.locator(".view-lines").click();
    await page.keyboard.insertText(text);
    await expect
      .poll(() => editor.locator(".view-lines").textContent())
      .toContain(text.slice(-8).replaceAll(" ", "\u00a0"));
  }

  async function saved(button: Locator): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }
});
