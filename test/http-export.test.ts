import { Workbook } from "@cj-tech-master/excelts";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, ask, run, type Server, serve, stop, temporaryDirectory } from "./server-process.ts";

const { dataDir, remove } = temporaryDirectory();
const CACAO = "plots: { some: { crop: { equals: CACAO } } }";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
let server: Server;
const keys: Record<string, string> = {};

beforeAll(async () => {
  server = await serve({ CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: "0.01" });
  for (const role of ["public", "partner", "steward"]) {
    const [, key = ""] = await server.shows(new RegExp(`${role} +(chacra_\\S+)`));
    keys[role] = key;
  }
});

afterAll(async () => {
  await stop(server);
  remove();
});

async function file(
  accept: string,
  query: string,
  headers: Record<string, string> = {},
  variables?: object,
): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept, ...headers },
    body: JSON.stringify({ query, variables }),
  });
}

const link = (parameters: Record<string, string>) =>
  fetch(`${server.url}/graphql?${new URLSearchParams(parameters)}`, { headers: { accept: "text/html,*/*" } });

const regionsOf = (data: Answer["data"]) =>
  (data as { viewer: { regions: { ubigeo: string }[] } }).viewer.regions.map(({ ubigeo }) => ubigeo);

async function codeOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as Answer;
  return errors?.[0]?.extensions.code;
}

const farms = (args = "") =>
  `{ farms(where: { ${CACAO} }${args}) { nodes { code hectares localGovernment { ubigeo name } plots { nodes { crop } } } } }`;

describe("a file of all cacao farms", () => {
  let totalCount = 0;
  beforeAll(async () => {
    const { data } = await ask(server.url, `{ farms(where: { ${CACAO} }) { totalCount } }`);
    ({ totalCount } = (data as { farms: { totalCount: number } }).farms);
    // So that there are several pages, the last of them not full.
    expect(totalCount % 100).toBeGreaterThan(0);
    expect(totalCount).toBeGreaterThan(300);
  });

  test("as CSV has a row for each, once, under dotted columns", async () => {
    const response = await file("text/csv", farms());
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="farms.csv"');
    expect(response.headers.get("x-chacra-rows")).toBe(String(totalCount));
    const rows = parse(await response.text(), { columns: true }) as Record<string, string>[];
    expect(Object.keys(rows[0] ?? {})).toEqual([
      "code",
      "hectares",
      "localGovernment.ubigeo",
      "localGovernment.name",
      "plots.crop",
    ]);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(totalCount);
    expect(rows).toHaveLength(totalCount);
    for (const row of rows) expect(row["plots.crop"]?.split("; ")).toContain("CACAO");
  });

  test("as a workbook has typed rows and a sheet that says what they are", async () => {
    const response = await file(
      SHEET,
      `{ investments(first: 100) { nodes { code committedOn amount { amount currency } } } }`,
    );
    expect(response.headers.get("content-type")).toBe(SHEET);
    const workbook = new Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const [rows, columns] = workbook.worksheets;
    expect(rows?.rowCount).toBe(101);
    expect(rows?.getRow(1).values).toEqual([undefined, "code", "committedOn", "amount.amount", "amount.currency"]);
    const [, code, day, amount] = (rows?.getRow(2).values ?? []) as unknown[];
    expect([typeof code, day instanceof Date, typeof amount]).toEqual(["string", true, "number"]);
    expect(columns?.name).toBe("Columns");
    expect(columns?.getRow(4).values).toEqual([undefined, "amount.amount", "Decimal", expect.stringMatching(/\w/)]);
    const whole = new Workbook();
    await whole.xlsx.load(await (await file(SHEET, farms())).arrayBuffer());
    expect(whole.worksheets[0]?.rowCount).toBe(totalCount + 1);
  });

  test("as GeoJSON has a point for each, though coordinates were not asked for", async () => {
    const response = await file("application/geo+json", farms());
    const { type, features } = (await response.json()) as { type: string; features: GeoJSON.Feature<GeoJSON.Point>[] };
    expect([type, features.length]).toEqual(["FeatureCollection", totalCount]);
    for (const { geometry, properties } of features) {
      expect(geometry.coordinates[0]).toBeLessThan(-68);
      expect(geometry.coordinates[1]).toBeLessThan(0);
      expect(Object.keys(properties ?? {})).toContain("localGovernment.name");
    }
  });

  test("as JSON has the nodes as they were asked for", async () => {
    const response = await fetch(`${server.url}/graphql?format=json`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: farms() }),
    });
    const nodes = (await response.json()) as object[];
    expect(nodes).toHaveLength(totalCount);
    expect(nodes[0]).toEqual({
      code: expect.any(String),
      hectares: expect.any(Number),
      localGovernment: { ubigeo: expect.any(String), name: expect.any(String) },
      plots: { nodes: expect.any(Array) },
    });
  });

  test("is only the page whose size was asked for", async () => {
    const response = await file("text/csv", farms(", first: 7"));
    expect(response.headers.get("x-chacra-rows")).toBeNull();
    expect(parse(await response.text(), { columns: true })).toHaveLength(7);
  });

  test("goes on after a cursor", async () => {
    const { data } = await ask(server.url, `{ farms(where: { ${CACAO} }, first: 100) { pageInfo { endCursor } } }`);
    const { pageInfo } = (data as { farms: { pageInfo: { endCursor: string } } }).farms;
    const query = farms(", after: $after").replace("{", "query ($after: String) {");
    const response = await file("text/csv", query, {}, { after: pageInfo.endCursor });
    expect(parse(await response.text(), { columns: true })).toHaveLength(totalCount - 100);
  });
});

describe("a link", () => {
  test("gives a file that a spreadsheet reads as UTF-8", async () => {
    const response = await link({
      format: "csv",
      query: "{ regions(orderBy: [{ name: ASC }]) { nodes { ubigeo name } } }",
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(new TextDecoder().decode(bytes), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(25);
    expect(rows.map(({ name }) => name)).toContain("Áncash");
  });

  test("of a format that there is not says which there are", async () => {
    const response = await link({ format: "pdf", query: "{ regions { nodes { name } } }" });
    expect([response.status, await codeOf(response)]).toEqual([400, "BAD_FORMAT"]);
  });

  test("does not carry a mutation or a credential", async () => {
    const response = await link({ format: "csv", query: "{ regions { nodes { name } } }", access_token: "x" });
    expect(response.status).toBe(400);
  });
});

describe("a file that cannot be made", () => {
  test.each([
    ["text/csv", "{ regions { nodes { nothing } } }", 400, "GRAPHQL_VALIDATION_FAILED"],
    ["text/csv", "{ regions(", 400, "GRAPHQL_PARSE_FAILED"],
    ["text/csv", "{ viewer { role } }", 400, "NOT_A_TABLE"],
    ["text/csv", "{ a: regions { nodes { name } } b: zones { nodes { code } } }", 400, "NOT_A_TABLE"],
    ["text/csv", "{ farms(first: 101) { nodes { code } } }", 400, "PAGE_TOO_LARGE"],
    ["text/csv", 'query { farms(after: "nonsense") { nodes { code } } }', 400, "BAD_CURSOR"],
    ["application/geo+json", "{ zones { nodes { code } } }", 400, "NO_COORDINATES"],
  ])("as %s of %s has a status that says so and is no file", async (accept, query, status, code) => {
    const response = await file(accept, query);
    expect([response.status, response.headers.get("content-disposition"), await codeOf(response)]).toEqual([
      status,
      null,
      code,
    ]);
  });

  test("is priced without being made", async () => {
    const response = await file("text/csv", farms(), { "x-chacra-dry-run": "cost" });
    expect(await response.json()).toMatchObject({
      data: null,
      extensions: { cost: { requested: expect.any(Number) } },
    });
  });
});

describe("rights", () => {
  const as = (role: string) => ({ authorization: `Bearer ${keys[role]}` });

  test("hold for every page: a partner gets its own regions' families, under its pseudonyms", async () => {
    const query = "{ families { nodes { code localGovernment { region { ubigeo } } } } }";
    const [analyst, partner] = await Promise.all([file("text/csv", query), file("text/csv", query, as("partner"))]);
    const seen = parse(await partner.text(), { columns: true }) as Record<string, string>[];
    const all = parse(await analyst.text(), { columns: true }) as Record<string, string>[];
    expect(all).toHaveLength(872);
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.length).toBeLessThan(all.length);
    const codes = new Set(all.map(({ code }) => code));
    for (const { code } of seen) expect(codes).not.toContain(code);
    const { data } = await ask(server.url, "{ viewer { regions { ubigeo } } }", {}, keys.partner);
    const own = regionsOf(data);
    for (const row of seen) expect(own).toContain(row["localGovernment.region.ubigeo"]);
  });

  test("refuse the public a file of families, with 403", async () => {
    const response = await file("text/csv", "{ families { nodes { code } } }", as("public"));
    expect([response.status, await codeOf(response)]).toEqual([403, "FORBIDDEN"]);
  });

  test("write down every name that a file of a steward holds", async () => {
    const query = "query Names { familyMembers(where: { isHead: { equals: true } }) { nodes { name } } }";
    const response = await file("text/csv", query, { ...as("steward"), "x-chacra-purpose": "a test of files" });
    const names = parse(await response.text(), { columns: true }) as Record<string, string>[];
    expect(names).toHaveLength(872);
    expect(names.every(({ name }) => name !== "")).toBe(true);
    await stop(server);
    const { stdout } = await run(["audit", "--limit", "5000"], { CHACRA_DATA_DIR: dataDir });
    const written = [...stdout.matchAll(/a test of files │ Names .*│ [\d ]+ and (\d+) more/g)];
    expect(written.reduce((sum, [, more]) => sum + 5 + Number(more), 0)).toBe(872);
  });
});
