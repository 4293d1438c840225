import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, run, type Server, serve, stop, temporaryDirectory } from "./server-process.ts";

const { dataDir, remove } = temporaryDirectory();
const environment = { CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: "0.002" };
const keys: Record<string, string> = {};
let server: Server;

beforeAll(async () => {
  server = await serve(environment);
  for (const role of ["public", "partner", "steward"]) {
    const [, key = ""] = await server.shows(new RegExp(`${role} +(chacra_\\S+)`));
    keys[role] = key;
  }
});

afterAll(async () => {
  await stop(server);
  remove();
});

/** What accepts more than one plain answer is given to the executor. */
const ORDINARY = ", text/event-stream;q=0.1";

interface Request {
  query: string;
  variables?: object;
  operationName?: string;
  [other: string]: unknown;
}

function ask(body: Request, accept: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept, ...headers },
    body: JSON.stringify(body),
  });
}

/** Why the last request was not planned, by the log. */
function lastUnplanned(): unknown {
  const lines = server.stdout().trim().split("\n");
  return (JSON.parse(lines.at(-1) ?? "{}") as { unplanned?: string }).unplanned;
}

function comparable(response: Response) {
  const own = /^(date|x-request-id|ratelimit|keep-alive|connection|transfer-encoding)$/;
  return [response.status, Object.fromEntries([...response.headers].filter(([name]) => !own.test(name)))];
}

const DEEP = `query Deep($first: Int = 3, $kind: InvestmentKind) {
  regions(first: $first) {
    totalCount
    nodes { id name investments(first: 2, where: { kind: { equals: $kind } }) { totalCount sum { amount { amount currency } } edges { cursor node { code } } } }
  }
}
query Other { zones { nodes { code } } }`;

describe("an answer with one statement", () => {
  test.each([
    ["as JSON", "application/json", {}],
    ["as a GraphQL response", "application/graphql-response+json", {}],
    ["to a page of another site", "application/json", { origin: "https://app.example" }],
    ["to a partner", "application/json", { partner: "" }],
    ["to the public", "application/json", { public: "" }],
  ])("%s is, with its headers, what the executor's is", async (_what, accept, given) => {
    const [role] = Object.keys(given).filter((name) => name in keys);
    const headers = role ? { authorization: `Bearer ${keys[role]}` } : given;
    for (const body of [
      { query: DEEP, operationName: "Deep", variables: { kind: "PUBLIC_RESOURCES" } },
      { query: DEEP, operationName: "Deep", variables: null },
      { query: DEEP, operationName: "Other" },
      { query: "{ viewer { role regions { name } } factSheet { from } }" },
      { query: "{ familyAnalysis { rows { key { region { name } } count suppressed { reason } } } }" },
    ] as Request[]) {
      const planned = await ask(body, accept, headers);
      const text = await planned.text();
      await expect.poll(() => server.stdout()).toContain(planned.headers.get("x-request-id"));
      expect(lastUnplanned()).toBeUndefined();
      const ordinary = await ask(body, accept + ORDINARY, headers);
      expect(text).toBe(await ordinary.text());
      expect(comparable(planned)).toEqual(comparable(ordinary));
      expect(JSON.parse(text)).toMatchObject({ extensions: { cost: { requested: expect.any(Number) } } });
    }
  });

  test.each([
    [{ query: "{ __schema { queryType { name } } }" }, 200, undefined],
    [{ query: "{ regions { nodes { nothing } } }" }, 400, "GRAPHQL_VALIDATION_FAILED"],
    [{ query: "{ farms(first: 101) { nodes { code } } }" }, 400, "PAGE_TOO_LARGE"],
    [{ query: DEEP }, 400, "OPERATION_RESOLUTION_FAILURE"],
    [{ query: DEEP, operationName: "Deep", variables: { kind: "NONE" } }, 400, "BAD_VARIABLE"],
    [{ query: '{ farms(after: "x") { nodes { code } } }' }, 200, "BAD_CURSOR"],
    [{ query: '{ viewer { can(type: "Nothing") { read } } }' }, 200, "BAD_ARGUMENT"],
    [{ query: "{ zones { nodes { code } } }", more: 1 }, 400, "BAD_REQUEST"],
    [{ query: "" }, 400, "BAD_REQUEST"],
  ] as [Request, number, string | undefined][])("%j is the executor's to answer", async (body, status, code) => {
    const response = await ask(body, "application/graphql-response+json");
    const { errors } = (await response.json()) as Answer;
    expect([response.status, errors?.[0]?.extensions.code]).toEqual([status, code]);
  });

  test("is charged as the executor's is, and refused when the budget is spent", async () => {
    const { dataDir: other, remove: removeOther } = temporaryDirectory();
    const small = await serve({
      ...environment,
      CHACRA_DATA_DIR: other,
      CHACRA_SCALE: "0.001",
      CHACRA_RATE_LIMIT: "400",
    });
    try {
      const send = (accept: string) =>
        fetch(`${small.url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", accept },
          body: JSON.stringify({ query: "{ farms(first: 100) { nodes { hectares } } }" }),
        });
      const left = (response: Response) => Number(/r=(\d+)/.exec(response.headers.get("ratelimit") ?? "")?.[1]);
      const [first, second] = [left(await send("application/json")), left(await send(`application/json${ORDINARY}`))];
      expect([first, second]).toEqual([299, 198]);
      await send("application/json");
      const refused = await send("application/json");
      expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
    } finally {
      await stop(small);
      removeOther();
    }
  });

  test("is given to a registered document's hash, by POST and by GET", async () => {
    const { dataDir: other, remove: removeOther } = temporaryDirectory();
    const settings = { ...environment, CHACRA_DATA_DIR: other, CHACRA_SCALE: "0.001" };
    await run(["seed"], settings);
    const manifest = new URL("../sdk/operations/regions.graphql", import.meta.url).pathname;
    await run(["documents", "register", "--client", "test", manifest], settings);
    const { stdout } = await run(["documents", "list"], settings);
    const [hash] = /[0-9a-f]{64}/.exec(stdout) ?? [];
    const trusted = await serve({ ...settings, CHACRA_DOCUMENTS: "trusted" });
    try {
      const byGet = await fetch(`${trusted.url}/graphql?documentId=sha256:${hash}`);
      const answer = (await byGet.json()) as Answer;
      expect([byGet.status, answer.errors]).toEqual([200, undefined]);
      const byPost = await fetch(`${trusted.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ documentId: hash }),
      });
      expect(await byPost.json()).toEqual(answer);
      const text = await fetch(`${trusted.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ zones { nodes { code } } }" }),
      });
      expect(((await text.json()) as Answer).errors?.[0]?.extensions.code).toBe("UNTRUSTED_DOCUMENT");
    } finally {
      await stop(trusted);
      removeOther();
    }
  });
});
