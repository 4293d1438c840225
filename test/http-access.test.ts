import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type Database, openDatabase } from "@chacra/prisma";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, run, type Server, serve, stop, temporaryDirectory } from "./server-process.ts";

const administration = process.env.TEST_DATABASE_URL;

/** The codes of an answer's errors. */
const codes = ({ errors }: { errors?: { extensions: { code: string } }[] }) =>
  errors?.map(({ extensions }) => extensions.code);

const role = async (url: string, key?: string) => (await ask(url, "{ viewer { role } }", {}, key)).data?.viewer;

describe("the demo", () => {
  const { dataDir, remove } = temporaryDirectory();
  const environment = { CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: "0.002" };
  let server: Server;
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    server = await serve(environment);
    for (const name of ["public", "partner", "steward"]) {
      const [, key = ""] = await server.shows(new RegExp(`${name} +(chacra_\\S+)`));
      keys[name] = key;
    }
  });
  afterAll(async () => {
    await stop(server);
    remove();
  });

  test("serves callers without a key as analysts, and prints a key for each other role", async () => {
    expect(await role(server.url)).toEqual({ role: "ANALYST" });
    expect(await role(server.url, keys.public)).toEqual({ role: "PUBLIC" });
    expect(await role(server.url, keys.partner)).toEqual({ role: "PARTNER" });
    expect(await role(server.url, keys.steward)).toEqual({ role: "STEWARD" });
  });

  test.each([
    ["a key that does not exist", `Bearer chacra_12345678_${"a".repeat(43)}`],
    ["a token where no issuer is known", "Bearer eyJhbGciOiJub25lIn0.e30."],
    ["another scheme", "Basic YTpi"],
    ["nothing after Bearer", "Bearer "],
  ])("%s is refused, and not told apart from others", async (_case, authorization) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([
      401,
      expect.stringMatching(/^Bearer /),
    ]);
    const { errors } = (await response.json()) as { errors: object[] };
    expect(errors).toEqual([
      {
        message: "This key or token is not valid here. Ask whoever runs this server for another.",
        extensions: { code: "UNAUTHENTICATED" },
      },
    ]);
  });

  test("a key in the address is refused, and never logged", async () => {
    const response = await fetch(`${server.url}/graphql?query={__typename}&api_key=${keys.steward}`);
    expect([response.status, codes((await response.json()) as never)]).toEqual([400, ["CREDENTIAL_IN_URL"]]);
    expect(server.stdout()).not.toContain(keys.steward);
    for (const key of Object.values(keys)) expect(server.stdout()).not.toContain(key);
  });

  test("a purpose may be stated with the request; it has to be readable", async () => {
    const state = async (purpose: string) => {
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${keys.steward}`,
          "x-chacra-purpose": purpose,
        },
        body: JSON.stringify({ query: "{ viewer { purpose } }" }),
      });
      const { data, errors } = (await response.json()) as { data?: { viewer: { purpose: string } }; errors?: never[] };
      return data?.viewer.purpose ?? codes({ errors });
    };
    expect(await state("call the families of Tocache")).toBe("call the families of Tocache");
    expect(await state(" ")).toEqual(["BAD_PURPOSE"]);
    expect(await state("x".repeat(201))).toEqual(["BAD_PURPOSE"]);
  });

  test("a web page may send its key, and read what it is told", async () => {
    const preflight = await fetch(`${server.url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin: "https://app.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect(preflight.headers.get("access-control-allow-headers")).toMatch(/authorization/i);
    const refused = await fetch(`${server.url}/graphql`, {
      headers: { origin: "https://app.example", authorization: "Bearer x" },
    });
    expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([401, "*"]);
  });

  test("who reads names is written down, with the request, and listed", async () => {
    const { data } = await ask(
      server.url,
      "query Names { familyMembers(first: 2) { nodes { name } } }",
      {},
      keys.steward,
    );
    expect(JSON.stringify(data)).toContain("Persona");
    await stop(server);
    const { stdout, code } = await run(["audit", "--limit", "1"], environment);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/key:\w{8} +│ looking at the demo +│ Names +│ [\w-]{36} +│ FamilyMember.name +│ 1 2/),
    ]);
    const listed = await run(["key", "list", "--search", "demo"], environment);
    expect(listed.stdout).toMatch(/steward │ demo/);
    for (const key of Object.values(keys)) expect(listed.stdout).not.toContain(key.slice(-20));
    server = await serve(environment);
    // The keys of the last start have ended.
    expect(codes(await ask(server.url, "{ __typename }", {}, keys.steward))).toEqual(["UNAUTHENTICATED"]);
  });

  describe("trusted documents", () => {
    const text = "query Counted { regions { totalCount } }";
    const file = path.join(dataDir, "counted.graphql");

    async function register(content: string) {
      await stop(server);
      writeFileSync(file, content);
      const ended = await run(["documents", "register", file, "--client", "test"], environment);
      server = await serve(environment);
      return ended;
    }

    test("are asked for by their hash, by POST and by GET", async () => {
      const { code, stdout } = await register(text);
      expect([code, stdout]).toEqual([0, expect.stringMatching(/^[0-9a-f]{64} {2}Counted\n$/)]);
      const documentId = stdout.slice(0, 64);
      const post = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ documentId: `sha256:${documentId}` }),
      });
      expect(await post.json()).toMatchObject({ data: { regions: { totalCount: 25 } } });
      const get = await fetch(`${server.url}/graphql?documentId=${documentId}`);
      expect(await get.json()).toMatchObject({ data: { regions: { totalCount: 25 } } });
      const other = await fetch(`${server.url}/graphql?documentId=${"0".repeat(64)}`);
      expect([other.status, codes((await other.json()) as never)]).toEqual([400, ["DOCUMENT_NOT_FOUND"]]);
    });

    test("are checked before any is registered", async () => {
      const { code, stderr } = await register(`${text} query Wrong { regions { nodes { colour } } }`);
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/counted\.graphql:1:\d+: .*colour.*Nothing was registered\./),
      ]);
    });

    test("are all that a strict server runs", async () => {
      await stop(server);
      const strict = await serve({ ...environment, CHACRA_DOCUMENTS: "trusted" });
      expect(codes(await ask(strict.url, text))).toEqual(["UNTRUSTED_DOCUMENT"]);
      const id = (await import("node:crypto")).createHash("sha256").update(text).digest("hex");
      const get = await fetch(`${strict.url}/graphql?documentId=${id}`);
      expect(await get.json()).toMatchObject({ data: { regions: { totalCount: 25 } } });
      await stop(strict);
      server = await serve(environment);
    });
  });

  test("graphql-cop finds nothing that is not meant", async () => {
    const post = (
      body: object,
      headers: Record<string, string> = { "content-type": "application/json" },
      method = "POST",
    ) => fetch(`${server.url}/graphql`, { method, headers, ...(method === "POST" && { body: JSON.stringify(body) }) });
    const errorsOf = async (query: string) => codes((await (await post({ query })).json()) as never) ?? [];
    const found = {
      alias: await errorsOf(`{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(" ")} }`),
      batch: codes((await (await post(Array(10).fill({ query: "{ __typename }" }))).json()) as never),
      circularFragment: await errorsOf("query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
      circularIntrospection: await errorsOf(
        "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }",
      ),
      directives: await errorsOf(`{ __typename ${"@aa".repeat(10)} }`),
      duplicates: await errorsOf(`{ ${"__typename ".repeat(500)} }`),
      suggestions: (
        (await (await post({ query: "{ regoins { totalCount } }" })).json()) as { errors: { message: string }[] }
      ).errors[0]?.message,
      getMutation: (await post({}, {}, "GET").then(() => fetch(`${server.url}/graphql?query=mutation{__typename}`)))
        .status,
      urlEncoded: (await post({}, { "content-type": "application/x-www-form-urlencoded" })).status,
      traces: Object.keys(
        ((await (await post({ query: "{ __typename }" })).json()) as { extensions: object }).extensions,
      ),
      unhandled: (await (await post({ query: "query cop { __typename", variables: "x" })).text()).match(
        /stack|at \w+ \(/,
      ),
      graphiql: (await fetch(`${server.url}/graphql`, { headers: { accept: "text/html" } })).headers.get(
        "content-security-policy",
      ),
    };
    expect(found).toEqual({
      alias: ["TOO_MANY_ALIASES"],
      batch: ["BATCH_TOO_LARGE"],
      circularFragment: ["GRAPHQL_VALIDATION_FAILED"],
      circularIntrospection: ["INTROSPECTION_TOO_DEEP"],
      directives: ["TOO_MANY_DIRECTIVES"],
      duplicates: ["TOO_MANY_REPEATED_FIELDS"],
      // The schema is public; a suggestion tells nothing that /schema.graphql does not.
      suggestions: expect.stringContaining('Did you mean "regions"'),
      getMutation: 405,
      urlEncoded: 415,
      traces: ["cost"],
      unhandled: null,
      graphiql: expect.stringContaining("default-src"),
    });
  });
});

describe("tokens of an issuer", () => {
  const { dataDir, remove } = temporaryDirectory();
  let issuer: HttpServer;
  let issuerUrl: string;
  let server: Server;
  let published: object[] = [];
  let isAway = false;
  const audience = "https://chacra.example";

  async function newKey(kid: string) {
    const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
    published = [...published, { ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" }];
    return (claims: JWTPayload, expires: string | number = "5m", aud = audience) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "ES256", kid })
        .setIssuer(issuerUrl)
        .setAudience(aud)
        .setSubject("maria@example.org")
        .setIssuedAt()
        .setExpirationTime(expires)
        .sign(privateKey);
  }

  beforeAll(async () => {
    issuer = createServer((request, response) => {
      if (isAway) return void response.writeHead(503).end();
      const body = request.url?.includes("openid-configuration")
        ? { issuer: issuerUrl, jwks_uri: `${issuerUrl}/keys` }
        : { keys: published };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", resolve));
    issuerUrl = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
    server = await serve({
      CHACRA_DATA_DIR: dataDir,
      CHACRA_SCALE: "0.001",
      CHACRA_OIDC_ISSUER: issuerUrl,
      CHACRA_OIDC_AUDIENCE: audience,
    });
  });
  afterAll(async () => {
    await stop(server);
    issuer.close();
    remove();
  });

  const viewerOf = async (token: string) => {
    const answer = await ask(server.url, "{ viewer { role purpose regions { ubigeo } } }", {}, token);
    return answer.data?.viewer ?? codes(answer);
  };

  test("say by their claim what the bearer may do, and are followed when the issuer's keys change", async () => {
    isAway = true;
    const first = await newKey("one");
    expect(await viewerOf(await first({}))).toEqual(["ISSUER_UNAVAILABLE"]);
    isAway = false;
    const partner = { role: "partner", partner: "Cacao", regions: ["22"], purpose: "advice" };
    expect(await viewerOf(await first({ chacra: partner }))).toEqual({
      role: "PARTNER",
      purpose: "advice",
      regions: [{ ubigeo: "22" }],
    });
    expect(await viewerOf(await first({}))).toMatchObject({ role: "PUBLIC" });
    expect(server.stdout()).not.toContain("maria");
    expect(server.stdout()).toMatch(/"viewer":"oidc:[0-9a-f]{16}","role":"partner"/);
  });

  test("are refused when they are another's, too old, too new or made with the wrong kind of key", async () => {
    const sign = await newKey("one-more");
    const now = Math.floor(Date.now() / 1_000);
    const steward = { chacra: { role: "steward", purpose: "x" } };
    // The new key is known once the issuer has been asked again.
    const valid = await sign(steward);
    await expect.poll(() => viewerOf(valid), { timeout: 20_000, interval: 500 }).toMatchObject({ role: "STEWARD" });
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ iss: issuerUrl, aud: audience, sub: "x", exp: now + 600, ...steward })).toString("base64url")}.`;
    const symmetric = await new SignJWT(steward)
      .setProtectedHeader({ alg: "HS256", kid: "one" })
      .setIssuer(issuerUrl)
      .setAudience(audience)
      .setSubject("x")
      .setExpirationTime("5m")
      .sign(new TextEncoder().encode(JSON.stringify(published[0])));
    const tokens = {
      another: await sign(steward, "5m", "https://other.example"),
      old: await sign(steward, now - 120),
      unsigned,
      symmetric,
      partnerWithoutRegions: await sign({ chacra: { role: "partner", partner: "Cacao" } }),
      unknownRole: await sign({ chacra: { role: "admin" } }),
      tooNew: await sign({ ...steward, nbf: now + 600 }),
    };
    for (const [name, token] of Object.entries(tokens))
      expect([name, await viewerOf(token)]).toEqual([name, ["UNAUTHENTICATED"]]);
    // Clocks may differ by a minute.
    expect(await viewerOf(await sign({ ...steward, nbf: now + 30 }, now - 30))).toMatchObject({ role: "STEWARD" });
  });
});

describe.skipIf(!administration)("a PostgreSQL", () => {
  const name = `chacra_access_${randomBytes(6).toString("hex")}`;
  const url = administration ? Object.assign(new URL(administration), { pathname: `/${name}` }).href : "";
  const environment = { DATABASE_URL: url, CHACRA_SCALE: "0.001", CHACRA_SECRET: randomBytes(32).toString("base64") };
  let administrator: Database;
  let server: Server;

  beforeAll(async () => {
    administrator = await openDatabase({ url: administration ?? "" });
    await administrator.pool.query(`CREATE DATABASE ${name}`);
    expect((await run(["seed"], environment)).code).toBe(0);
    server = await serve(environment);
  });
  afterAll(async () => {
    await stop(server);
    await administrator.pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await administrator.close();
  });

  test("is served to callers without a key as to the public, without printing any", async () => {
    expect(await role(server.url)).toEqual({ role: "PUBLIC" });
    expect(server.stderr()).not.toContain("chacra_");
  });

  test.each([
    [{ CHACRA_SECRET: "" }, /^CHACRA_SECRET is missing/],
    [{ CHACRA_SECRET: "short" }, /^CHACRA_SECRET is too short/],
    [{ CHACRA_ANONYMOUS: "analyst" }, /^CHACRA_ANONYMOUS=analyst is for the demo/],
  ])("is not served with unsafe settings: %o", async (unsafe, message) => {
    const { code, stderr } = await run(["serve"], { ...environment, ...unsafe });
    expect([code, stderr]).toEqual([78, expect.stringMatching(message)]);
    expect(stderr).not.toContain(environment.CHACRA_SECRET);
  });

  test("has keys that are made, used, found and ended while it is served", async () => {
    const made = await run(
      [
        "key",
        "create",
        "--role",
        "partner",
        "--label",
        "Maps",
        "--partner",
        "Cacao",
        "--regions",
        "22,10",
        "--purpose",
        "advice",
        "--expires",
        "2d",
      ],
      environment,
    );
    const key = made.stdout.trim();
    expect(key).toMatch(/^chacra_[0-9a-f]{8}_[\w-]{43}$/);
    expect(await role(server.url, key)).toEqual({ role: "PARTNER" });
    const prefix = key.split("_")[1] ?? "";
    await expect
      .poll(async () => (await run(["key", "list", "--search", prefix.slice(0, 4)], environment)).stdout)
      .toMatch(
        new RegExp(
          `${prefix} │ partner │ Maps +│ Cacao +│ 22 10 +│ advice +│ \\d{4}.* │ ${new Date().toISOString().slice(0, 4)}-`,
        ),
      );
    const { rows } = await administrator.pool.query("SELECT 1").then(async () => {
      const own = await openDatabase({ url });
      const result = await own.pool.query("SELECT * FROM api_key");
      await own.close();
      return result;
    });
    expect(JSON.stringify(rows)).not.toContain(key.split("_")[2]);
    expect((await run(["key", "revoke", prefix], environment)).code).toBe(0);
    expect(codes(await ask(server.url, "{ __typename }", {}, key))).toEqual(["UNAUTHENTICATED"]);
    expect((await run(["key", "revoke", prefix], environment)).code).toBe(2);
  });

  test.each([
    [["--role", "admin", "--label", "x"], 2, /must be one of public, partner, analyst, steward/],
    [["--role", "steward", "--label", "x"], 2, /--purpose is missing/],
    [["--role", "partner", "--label", "x", "--purpose", "x"], 2, /--partner NAME and --regions/],
    [["--role", "partner", "--label", "x", "--purpose", "x", "--partner", "x", "--regions", "99"], 2, /no region 99/],
    [["--role", "analyst", "--label", "x", "--expires", "2020-01-01"], 2, /lies in the past/],
    [["--role", "analyst", "--label", "x", "--expires", "soon"], 2, /day such as/],
  ])("makes no key by halves: %j", async (options, code, message) => {
    const ended = await run(["key", "create", ...options], environment);
    expect([ended.code, ended.stderr, ended.stdout]).toEqual([code, expect.stringMatching(message), ""]);
  });
});

test("the SDK's own operations are trusted as they are sent", async () => {
  const manifest = JSON.parse(readFileSync(new URL("../sdk/src/generated/documents.json", import.meta.url), "utf8"));
  const { createClient } = await import("@chacra/sdk");
  const sent: string[] = [];
  const chacra = createClient({
    url: "http://127.0.0.1:9/graphql",
    fetch: async (_input, init) => {
      sent.push(JSON.parse(String(init?.body)).query);
      return new Response('{"data":{}}', { headers: { "content-type": "application/json" } });
    },
  });
  await chacra.regionOverview({ ubigeo: "22" });
  await chacra.regionsOverview();
  expect(Object.values(manifest)).toEqual(expect.arrayContaining(sent));
});
