import { type ChacraClient, graphql } from "@chacra/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executablePath, tabTo, type Visit, visit } from "./browser.ts";
import { onStage, operations, phone, picture, type Stage, startExample, widthOf } from "./example.ts";
import { temporaryDirectory } from "./server-process.ts";

describe.skipIf(!executablePath)("the page with no build in a real browser", () => {
  let stage: Stage;
  let chacra: ChacraClient;
  let visited: Visit;
  let page: Page;

  beforeAll(async () => {
    stage = await onStage("page");
    chacra = stage.chacra;
    visited = await visit(stage.browser, stage.address, {}, "#regions tbody tr");
    page = visited.page;
  });
  afterAll(() => stage?.close());

  const whole = (value: number | null | undefined) =>
    value?.toLocaleString("en", { maximumFractionDigits: 0 }) ?? "withheld";

  test("shows what the graph tells, in one request", async () => {
    const { regions } = await chacra.regionsOverview();
    const rows = await page
      .locator("#regions tbody tr")
      .evaluateAll((all: HTMLTableRowElement[]) => all.map((row) => Array.from(row.cells, (cell) => cell.textContent)));
    expect(rows).toEqual(
      regions.nodes.map(({ name, families, farms }) => [
        name,
        ...[families.totalCount, farms.totalCount, farms.sum?.hectares].map(whole),
      ]),
    );
    expect(operations(visited)).toEqual(["RegionsOverview"]);
  });

  test("goes by keyboard to all districts of a region, page by page", async () => {
    const { localGovernments } = await chacra.query(
      graphql(`{
        localGovernments(
          first: 100, where: { region: { ubigeo: { equals: "22" } }, families: { some: {} } }, orderBy: [{ name: ASC }]
        ) { nodes { name families { totalCount } } }
      }`),
    );
    const districts = localGovernments.nodes.map(({ name, families }) => `${name}: ${whole(families.totalCount)}`);
    await tabTo(page, page.getByRole("button", { name: "San Martín" }));
    await page.keyboard.press("Enter");
    await page.getByText(`Families in ${districts.length} districts`).waitFor();
    expect(await page.locator("#districts li").allTextContents()).toEqual(districts);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("place");
    expect(operations(visited).filter((name) => name === "Districts")).toHaveLength(Math.ceil(districts.length / 10));
    await picture(page, "browser-page");
  });

  test("fits a phone", async () => {
    const { page: small, complaints } = await visit(stage.browser, stage.address, phone, "#regions tbody tr");
    await small.getByRole("button", { name: "Ucayali" }).tap();
    await small.getByText(/^Families in \d+ districts$/).waitFor();
    expect(await widthOf(small)).toBe(360);
    expect(complaints).toEqual([]);
    await picture(small, "browser-page-phone");
    await small.context().close();
  });

  test("says that the server is away, and goes on when it is back", async () => {
    let away: Visit | undefined;
    await stage.withoutServer(async () => {
      away = await visit(stage.browser, stage.address, {}, "[role=alert]:not([hidden])");
      await away.page.getByText("(NETWORK)").waitFor();
      await picture(away.page, "browser-page-away");
    });
    await away?.page.getByRole("button", { name: "Try again" }).click();
    await away?.page.locator("#regions tbody tr").first().waitFor();
    expect(await away?.page.getByRole("alert").count()).toBe(0);
    await away?.page.context().close();
  });

  test("asks nothing of any machine but the graph's server, and nothing goes wrong", () => {
    const known = [new URL(stage.address).origin, stage.server().url];
    expect(
      visited.requests.filter(({ url }) => !url.startsWith("data:") && !known.includes(new URL(url).origin)),
    ).toEqual([]);
    expect(visited.complaints).toEqual([]);
  });

  test("the command starts a server of its own where none is named, and ends it", async () => {
    const own = temporaryDirectory();
    const example = await startExample("page", { PORT: "0", CHACRA_DATA_DIR: own.dataDir, CHACRA_SCALE: "0.001" });
    try {
      const graph = new URL(example.address).searchParams.get("graph") ?? "";
      const { page, complaints } = await visit(stage.browser, example.address, {}, "#regions tbody tr");
      expect(complaints).toEqual([]);
      await page.context().close();
      example.kill("SIGTERM");
      expect((await example.ended).code).toBe(0);
      await expect(fetch(graph)).rejects.toThrow();
    } finally {
      example.kill("SIGTERM");
      await example.ended;
      own.remove();
    }
  });
});
