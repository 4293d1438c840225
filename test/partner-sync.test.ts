import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { patientFetch } from "../examples/partner-sync/patient-fetch.ts";
import { ask, type Server, serve, stop, temporaryDirectory } from "./server-process.ts";

const program = fileURLToPath(new URL("../examples/partner-sync/sync.ts", import.meta.url));

describe("the example that takes over records", () => {
  const { dataDir, remove } = temporaryDirectory();
  let server: Server;
  let partner: string;
  let visitor: string;

  beforeAll(async () => {
    server = await serve({ CHACRA_DATA_DIR: path.join(dataDir, "database"), CHACRA_SCALE: "0.01" });
    const keyOf = (role: string) => new RegExp(`${role} +(chacra_\\S+)`).exec(server.stderr())?.[1] ?? "";
    partner = keyOf("partner");
    visitor = keyOf("public");
  });
  afterAll(async () => {
    if (server) await stop(server);
    remove();
  });

  function begin(folder: string, token: string) {
    const child = spawn(process.execPath, [program, "--url", `${server.url}/graphql`, "--into", folder], {
      env: { ...process.env, CHACRA_TOKEN: token },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        output += chunk;
      });
    }
    const ended = once(child, "close").then(([code, signal]) => ({ code, signal, output }));
    return { child, ended };
  }

  const run = (folder: string, token: string) => begin(folder, token).ended;
  const folderOf = (name: string) => path.join(dataDir, name);
  const recordsIn = (file: string): { id: string }[] =>
    readFileSync(file, "utf8")
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));

  /** All files of records, as they are. */
  function contentOf(folder: string): Record<string, string> {
    const files = readdirSync(folder).filter((file) => file.endsWith(".ndjson"));
    return Object.fromEntries(files.sort().map((file) => [file, readFileSync(path.join(folder, file), "utf8")]));
  }

  /** How much of a run is on the disk, in bytes. */
  function written(folder: string): number {
    if (!existsSync(folder)) return 0;
    return readdirSync(folder)
      .filter((file) => /\.ndjson(\.part)?$/.test(file))
      .reduce((sum, file) => sum + (statSync(path.join(folder, file), { throwIfNoEntry: false })?.size ?? 0), 0);
  }

  test("takes over as many of each list as the server counts, each once", async () => {
    const ended = await run(folderOf("whole"), partner);
    expect(ended, ended.output).toMatchObject({ code: 0 });
    const names = Object.keys(contentOf(folderOf("whole"))).map((file) => path.basename(file, ".ndjson"));
    const { data } = await ask(
      server.url,
      `{ ${names.map((name) => `${name} { totalCount }`).join(" ")} }`,
      {},
      partner,
    );
    for (const name of names) {
      const ids = recordsIn(folderOf(`whole/${name}.ndjson`)).map(({ id }) => id);
      expect({ name, totalCount: ids.length }).toEqual({ name, ...Object(data?.[name]) });
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(existsSync(folderOf("whole/checkpoint.json"))).toBe(false);
  });

  test("leaves out no list of the graph", async () => {
    const { data } = await ask(server.url, "{ __schema { queryType { fields { name type { ofType { name } } } } } }");
    const fields: { name: string; type: { ofType: { name: string | null } | null } }[] = Object(data?.__schema)
      .queryType.fields;
    const lists = fields.filter(({ type }) => type.ofType?.name?.endsWith("Connection")).map(({ name }) => name);
    expect(Object.keys(contentOf(folderOf("whole")))).toEqual(lists.map((name) => `${name}.ndjson`).sort());
  });

  test("nobody but the owner may read the files", () => {
    for (const file of readdirSync(folderOf("whole"))) {
      expect([file, statSync(folderOf(`whole/${file}`)).mode & 0o777]).toEqual([file, 0o600]);
    }
    expect(statSync(folderOf("whole")).mode & 0o777).toBe(0o700);
  });

  test("killed again and again, it ends with the same files", async () => {
    const whole = contentOf(folderOf("whole"));
    const size = Object.values(whole).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const folder = folderOf("killed");
    const shares = fc.sample(fc.double({ min: 0.02, max: 0.98, noNaN: true }), 6).sort((a, b) => a - b);
    for (const share of shares) {
      const { child, ended } = begin(folder, partner);
      const due = setInterval(() => written(folder) >= share * size && child.kill("SIGKILL"), 2);
      const { code, signal, output } = await ended;
      clearInterval(due);
      expect({ code, signal }, output).toEqual({ code: null, signal: "SIGKILL" });
      // As if the kill had come in the middle of a line.
      const part = readdirSync(folder).find((file) => file.endsWith(".part"));
      if (part) appendFileSync(path.join(folder, part), '{"id":"bro');
    }
    expect(await run(folder, partner)).toMatchObject({ code: 0 });
    expect(contentOf(folder)).toEqual(whole);
  });

  test("asked to stop, it says that it can go on, and does", async () => {
    const folder = folderOf("stopped");
    const { child, ended } = begin(folder, partner);
    await expect.poll(() => written(folder)).toBeGreaterThan(500_000);
    child.kill("SIGINT");
    const { code, output } = await ended;
    expect(code, output).toBe(130);
    expect(output).toContain("Started again, it goes on from here.");
    expect(await run(folder, partner)).toMatchObject({ code: 0 });
    expect(contentOf(folder)).toEqual(contentOf(folderOf("whole")));
  });

  test("the next run says what was added, changed and removed since", async () => {
    const folder = folderOf("stopped");
    const file = path.join(folder, "trainings.ndjson");
    const [first, second, ...rest] = readFileSync(file, "utf8").split("\n");
    const gone = { ...JSON.parse(first ?? ""), id: "gone" };
    writeFileSync(file, [JSON.stringify(gone), second?.replace(/"hours":\d+/, '"hours":0'), ...rest].join("\n"));
    const { output } = await run(folder, partner);
    expect(output).toMatch(/trainings: \d+ records, 1 added, 1 changed, 1 removed/);
    expect(JSON.parse(readFileSync(path.join(folder, "trainings.changes.json"), "utf8"))).toEqual({
      added: [JSON.parse(first ?? "").id],
      changed: [JSON.parse(second ?? "").id],
      removed: ["gone"],
    });
    expect(output).toMatch(/families: \d+ records, none changed/);
  });

  test("the public gets what is open, and is told what is not for it", async () => {
    const { code, output } = await run(folderOf("open"), visitor);
    expect(code, output).toBe(0);
    expect(output).toContain("not for PUBLIC");
    expect(existsSync(folderOf("open/families.ndjson"))).toBe(false);
    expect(recordsIn(folderOf("open/regions.ndjson"))).toHaveLength(25);
  });

  test("what one caller was shown is kept from another's", async () => {
    const before = contentOf(folderOf("whole"));
    const { code, output } = await run(folderOf("whole"), visitor);
    expect(code).toBe(1);
    expect(output).toContain("holds records of another caller or server");
    expect(contentOf(folderOf("whole"))).toEqual(before);
  });

  test("a key that is no good is told without it", async () => {
    const { code, output } = await run(folderOf("none"), `${partner}x`);
    expect(code).toBe(1);
    expect(output).toContain("UNAUTHENTICATED");
    expect(output).not.toContain(partner);
  });
});

describe("a busy server", () => {
  let asked = 0;
  const busy = createServer((_, response) => {
    asked += 1;
    if (asked % 2 === 1) response.writeHead(429, { "retry-after": "1" }).end();
    else response.end("an answer");
  });
  let url: string;

  beforeAll(async () => {
    await once(busy.listen(0, "127.0.0.1"), "listening");
    url = `http://127.0.0.1:${Object(busy.address()).port}/`;
  });
  afterAll(() => void busy.close());

  test("is asked again after the seconds that it names", async () => {
    const waits: number[] = [];
    const response = await patientFetch((seconds) => waits.push(seconds))(url);
    expect([await response.text(), waits, asked]).toEqual(["an answer", [1], 2]);
  });

  test("is not waited for when the caller gives up", async () => {
    const giveUp = new AbortController();
    const asking = patientFetch(() => giveUp.abort())(url, { signal: giveUp.signal });
    await expect(asking).rejects.toMatchObject({ name: "AbortError" });
    expect(asked).toBe(3);
  });
});
