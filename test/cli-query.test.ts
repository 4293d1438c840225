import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, type Server, serve, stop, temporaryDirectory } from "./server-process.ts";

const { dataDir, remove } = temporaryDirectory();
const folder = mkdtempSync(path.join(tmpdir(), "chacra-query-"));
const at = (name: string) => path.join(folder, name);
const query = at("families.graphql");
let server: Server;

beforeAll(async () => {
  server = await serve({ CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: "0.003" });
  writeFileSync(
    query,
    `query Families($in: [String!]) {
       families(where: { localGovernment: { region: { ubigeo: { in: $in } } } }) { nodes { code localGovernment { region { ubigeo } coordinates { latitude longitude } } } }
     }
     query Nothing { viewer { role } }`,
  );
});

afterAll(async () => {
  await stop(server);
  remove();
  rmSync(folder, { recursive: true });
});

function ask(...args: string[]) {
  return run(["query", query, "--operation", "Families", "--url", `${server.url}/graphql`, ...args], {});
}

describe("chacra query", () => {
  test.each(["csv", "json", "geojson", "xlsx"])(
    "writes all rows as %s, by the name of the file, and says how many",
    async (format) => {
      const out = at(`families.${format}`);
      const { code, stderr, stdout } = await ask("--out", out);
      expect([code, stdout, stderr]).toEqual([0, "", expect.stringContaining(`in ${out}\n`)]);
      const rows = await rowsOf(out, format);
      expect(rows).toBe(262);
      if (format !== "xlsx") expect(stderr).toContain("262 rows");
      expect(existsSync(`${out}.part`)).toBe(false);
    },
  );

  test("takes variables, and writes to standard output where no file is named", async () => {
    const { code, stdout } = await ask("--format", "csv", "--variables", '{"in":["22"]}');
    const rows = parse(stdout, { columns: true }) as Record<string, string>[];
    expect(code).toBe(0);
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(rows.map((row) => row["localGovernment.region.ubigeo"]))).toEqual(new Set(["22"]));
  });

  test("asks with the key of its settings", async () => {
    const [, key = ""] = await server.shows(/public +(chacra_\S+)/);
    const out = at("public.csv");
    const { code, stderr } = await run(
      ["query", query, "--operation", "Families", "--url", `${server.url}/graphql`, "--out", out],
      {
        CHACRA_KEY: key,
      },
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining("FORBIDDEN: ")]);
    expect(stderr).not.toContain(key);
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    [["--operation", "Nothing"], 2, /^NOT_A_TABLE: /],
    [["--operation", "None"], 2, /^OPERATION_RESOLUTION_FAILURE: /],
    [["--url", "http://127.0.0.1:1/graphql"], 69, /^No server answers at http:\/\/127\.0\.0\.1:1\./],
    [["--format", "xlsx"], 2, /--out FILE/],
    [["--format", "pdf"], 2, /csv, xlsx, geojson, json/],
    [["--variables", "in: 22"], 2, /JSON object/],
    [["--url", "ftp://127.0.0.1"], 2, /https:\/\/example\.org\/graphql/],
    [["--out", path.join(folder, "no", "such", "folder.csv")], 2, /cannot be written \(ENOENT\)/],
  ])("%j ends with %i and says why", async (args, exitCode, says) => {
    const { code, stderr, stdout } = await ask(...args);
    expect([code, stdout, stderr]).toEqual([exitCode, "", expect.stringMatching(says)]);
  });

  test("keeps nothing of an answer that breaks off, and what was there before stays", async () => {
    const broken = createServer((_request, response) => {
      response.writeHead(200, { "content-disposition": "attachment", "x-chacra-rows": "3" });
      response.write("code\r\nF1\r\nF2\r\n");
      setTimeout(() => response.destroy(), 100);
    });
    await new Promise<void>((resolve) => broken.listen(0, "127.0.0.1", resolve));
    const out = at("before.csv");
    writeFileSync(out, "what was there before");
    const { code, stderr } = await ask(
      ...["--url", `http://127.0.0.1:${(broken.address() as AddressInfo).port}/graphql`, "--out", out],
    );
    broken.close();
    expect([code, stderr]).toEqual([69, expect.stringContaining("broke off after 2 rows; nothing was kept")]);
    expect(readFileSync(out, "utf8")).toBe("what was there before");
    expect(existsSync(`${out}.part`)).toBe(false);
  });
});

async function rowsOf(file: string, format: string): Promise<number> {
  if (format === "csv") return parse(readFileSync(file, "utf8"), { columns: true, bom: true }).length;
  if (format === "json") return JSON.parse(readFileSync(file, "utf8")).length;
  if (format === "geojson") return JSON.parse(readFileSync(file, "utf8")).features.length;
  const workbook = new Workbook();
  await workbook.xlsx.readFile(file);
  return (workbook.worksheets[0]?.rowCount ?? 0) - 1;
}
