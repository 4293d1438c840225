import type { Database } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { createLogger, type RunningServer, startServer } from "@chacra/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

describe("the explorer over HTTP", () => {
  let database: Database;
  let server: RunningServer;
  beforeAll(async () => {
    const [location] = testLocations();
    if (!location) throw new Error("There is no database to test on.");
    database = await location.openMigrated();
    server = await startServer({ database, settings: { host: "127.0.0.1", port: 0 }, logger: createLogger("silent") });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const page = (headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, { headers: { accept: "text/html,*/*;q=0.8", ...headers } });

  /** The files that the page asks for by itself. */
  async function assets(): Promise<string[]> {
    return [...(await (await page()).text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = ""]) => address);
  }

  test("the page lets nothing run or load but this server's own files", async () => {
    const policy = (await page()).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|blob:|https?:/);
    const found = await assets();
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const address of found) expect(address).toMatch(/^\/explorer\/assets\/[\w.-]+$/);
  });

  test.each([
    ["gzip, deflate", "gzip"],
    ["br, gzip", "br"],
    ["identity", null],
  ])("to a browser that reads %j the page and its files go as %j", async (accepted, encoding) => {
    for (const address of ["/graphql", ...(await assets()).filter((file) => file.endsWith(".js"))]) {
      const headers = { accept: "text/html", "accept-encoding": accepted };
      const response = await fetch(server.url + address, { headers });
      expect([response.status, response.headers.get("content-encoding")]).toEqual([200, encoding]);
      expect(response.headers.get("vary")).toContain("Accept-Encoding");
      expect((await response.text()).length).toBeGreaterThan(400);
    }
  });

  test("what the browser has is not sent again: the page is asked for each time, its files never", async () => {
    const first = await page();
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const again = await page({ "if-none-match": first.headers.get("etag") ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const [file = ""] = await assets();
    expect((await fetch(server.url + file)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  test.each([
    "/explorer/assets/",
    "/explorer/assets/nothing.js",
    "/explorer/assets/../stamp",
    "/explorer/assets/..%2fstamp",
    "/explorer/assets/%2e%2e/%2e%2e/package.json",
    "/explorer/assets/constructor",
  ])("%s is no file of the page", async (path) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(404);
  });

  test("a program that asks for JSON gets the graph", async () => {
    const response = await fetch(`${server.url}/graphql?query={__typename}`, {
      headers: { accept: "application/json" },
    });
    expect(await response.json()).toMatchObject({ data: { __typename: "Query" } });
  });
});
