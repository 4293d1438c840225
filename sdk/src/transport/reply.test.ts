import { describe, expect, test } from "vitest";
import registered from "../generated/documents.json" with { type: "json" };
import * as byId from "../generated/ids.ts";
import {
  createClient,
  FamilyDetailsDocument,
  graphql,
  idDocument,
  RegionOverviewDocument,
  type ReplyNotice,
} from "../index.ts";
import { answering } from "./testing.ts";

const Count = graphql("query Count { families { totalCount } }");
const told = {
  headers: {
    "ratelimit-policy": '"key";q=1000000;w=60',
    ratelimit: '"key";r=999000;t=42',
    "x-request-id": "request-1",
  },
  body: { data: { families: { totalCount: 7 } }, extensions: { cost: { requested: 12, limit: 50_000 } } },
};

describe("what comes of a request", () => {
  test("is its data with its cost, what is left of the budget, and the request's id", async () => {
    const { url } = await answering(told);
    expect(await createClient({ url }).request(Count)).toEqual({
      data: { families: { totalCount: 7 } },
      error: undefined,
      cost: { requested: 12, limit: 50_000 },
      rateLimit: { limit: 1_000_000, remaining: 999_000, reset: 42, window: 60 },
      requestId: "request-1",
      status: 200,
    });
  });

  test("is an error beside what came all the same, and not thrown", async () => {
    const body = { data: { families: null }, errors: [{ message: "No.", extensions: { code: "FORBIDDEN" } }] };
    const { url } = await answering({ body });
    const { data, error, cost, rateLimit } = await createClient({ url }).request(Count);
    expect([data, error?.code, cost, rateLimit]).toEqual([{ families: null }, "FORBIDDEN", undefined, undefined]);
  });

  test("is noted for every request, also of two that share one", async () => {
    const notes: ReplyNotice[] = [];
    const { url } = await answering(told, { status: 400, body: { errors: [{ message: "x" }] } });
    const client = createClient({ url, onReply: (note) => notes.push(note) });
    const replies = await Promise.all([client.request(Count), client.request(Count)]);
    expect(replies.map(({ requestId }) => requestId)).toEqual(["request-1", "request-1"]);
    await client.request(Count);
    expect(notes).toMatchObject([
      { operation: "Count", code: undefined, cost: { requested: 12 }, status: 200 },
      { operation: "Count", code: "UNKNOWN", status: 400 },
    ]);
  });
});

describe("documents", () => {
  const id = /^[0-9a-f]{64}$/;

  test("go as text unless they are to go by id", async () => {
    const { url, asked } = await answering(told);
    await createClient({ url }).request(RegionOverviewDocument, { ubigeo: "22" });
    expect(asked[0]?.body).toMatchObject({ query: expect.stringContaining("query RegionOverview") });
    expect(asked[0]?.body).not.toHaveProperty("documentId");
  });

  test("go by id where they have one, by GET where that is asked for, and as text where they have none", async () => {
    const { url, asked } = await answering(told);
    const client = createClient({ url, documents: "id" });
    await client.request(RegionOverviewDocument, { ubigeo: "22" });
    await client.request(RegionOverviewDocument, { ubigeo: "22" }, { method: "GET" });
    await client.request(Count);
    const [post, get, text] = asked;
    expect(post?.body).toEqual({ documentId: expect.stringMatching(id), variables: { ubigeo: "22" } });
    expect([get?.method, get?.body]).toEqual(["GET", undefined]);
    const parameters = Object.fromEntries(new URL(get?.url ?? "", url).searchParams);
    expect(parameters).toEqual({ documentId: post?.body?.documentId, variables: '{"ubigeo":"22"}' });
    expect(text?.body).toMatchObject({ query: expect.stringContaining("query Count"), operationName: "Count" });
  });

  test("that hold their id alone are sent by that, and typed as those with their text", async () => {
    const { url, asked } = await answering({ body: { data: { marketEvents: { totalCount: 3 } } } });
    const { marketEvents } = await createClient({ url }).query(byId.MarketEventsDocument);
    expect(marketEvents.totalCount).toBe(3);
    const [id = ""] = Object.entries(registered).find(([, text]) => text.startsWith("query MarketEvents")) ?? [];
    expect(asked[0]?.body).toEqual({ documentId: id, variables: {} });
  });

  test("go by GET without their text too, where that was found to name no family", async () => {
    const { url, asked } = await answering(told);
    const client = createClient({ url, documents: "id" });
    await client.request(byId.RegionOverviewDocument, { ubigeo: "22" }, { method: "GET" });
    await client.request(byId.FamilyDetailsDocument, { code: "FAM-1" }, { method: "GET" });
    await client.request(idDocument("Own", "f".repeat(64)), {}, { method: "GET" });
    expect(asked.map(({ method }) => method)).toEqual(["GET", "POST", "POST"]);
  });

  test("whose variables could name a family go by POST", async () => {
    const { url, asked } = await answering(told);
    await createClient({ url, documents: "id" }).request(FamilyDetailsDocument, { code: "FAM-1" }, { method: "GET" });
    expect([asked[0]?.method, asked[0]?.url]).toEqual(["POST", "/graphql"]);
  });

  test("without an id never go into an address", async () => {
    const { url, asked } = await answering(told);
    await createClient({ url, documents: "id" }).request(Count, {}, { method: "GET" });
    await createClient({ url }).request(RegionOverviewDocument, { ubigeo: "22" }, { method: "GET" });
    expect(asked.map(({ method, url: address }) => [method, address])).toEqual([
      ["POST", "/graphql"],
      ["POST", "/graphql"],
    ]);
  });
});

describe("notices for developers", () => {
  test("tell of each deprecated field once", async () => {
    const notices: string[] = [];
    const deprecated = [
      { field: "Farm.area", reason: "Take hectares." },
      { field: "Crop.TEA", reason: "Nobody grows it." },
    ];
    const { url } = await answering({ body: { ...told.body, extensions: { deprecated } } });
    const client = createClient({ url, logger: { warn: (message) => notices.push(message) } });
    for (let turn = 0; turn < 3; turn++) await client.query(Count);
    expect(notices).toEqual(["Farm.area is deprecated. Take hectares.", "Crop.TEA is deprecated. Nobody grows it."]);
  });

  test("show the nested query when one document is run in a loop, once", async () => {
    const notices: string[] = [];
    const { url } = await answering({ body: { data: { family: null } } });
    const client = createClient({ url, logger: { warn: (message) => notices.push(message) } });
    const Farms = graphql("query Farms($code: String!) { family(code: $code) { farms { nodes { hectares } } } }");
    await Promise.all(Array.from({ length: 30 }, (_, i) => client.query(Farms, { code: `FAM-${i}` })));
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain("The operation Farms ran 10 times within a second");
    expect(notices[0]).toContain("families(first: 100, where: { code: { in: $codes } }) {\n    nodes {\n      farms {");
    expect(notices[0]).not.toContain("FAM-");
  });

  test("are silent for the same query again, and for pages", async () => {
    const notices: string[] = [];
    const { url } = await answering({ body: { data: { farms: { nodes: [] } } } });
    const client = createClient({ url, logger: { warn: (message) => notices.push(message) } });
    const Pages = graphql("query Pages($after: String) { farms(after: $after) { nodes { hectares } } }");
    for (let turn = 0; turn < 15; turn++) {
      await client.query(Count);
      await client.query(Pages, { after: `cursor ${turn}` });
    }
    expect(notices).toEqual([]);
  });
});
