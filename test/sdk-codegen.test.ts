import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import {
  ChacraError,
  createClient,
  type FragmentDocument,
  type FragmentRef,
  type QueryClient,
  readFragment,
  type TypedDocumentNode,
} from "@chacra/sdk";
import type { DocumentCost } from "@chacra/sdk/codegen";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { project } from "../sdk/src/codegen/testing.ts";
import { run, type Server, serve, stop, temporaryDirectory } from "./server-process.ts";

/** Documents of every kind whose cost its variables decide, and all ready operations as a team's own. */
const operations = new URL("../sdk/operations/", import.meta.url);
const sources = {
  ...Object.fromEntries(
    readdirSync(operations).map((file) => [`src/ready/${file}`, readFileSync(new URL(file, operations), "utf8")]),
  ),
  "src/farms.graphql": `
    query OwnFarms($n: Int!, $inner: Int = 2, $after: String) {
      farms(first: $n, after: $after) { totalCount nodes { ...OwnFarm } pageInfo { hasNextPage } }
    }
    fragment OwnFarm on Farm { code plots(last: $inner) { nodes { crop hectares } } }
  `,
  "src/governments.graphql": `
    query OwnGovernments($after: String) {
      localGovernments(first: 1) { totalCount }
      regions(first: 10, after: $after) {
        nodes { id __typename localGovernments(first: 3) { nodes { ubigeo } pageInfo { hasNextPage endCursor } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  "src/regions.ts": `
    import { graphql } from "./chacra/index.ts";
    export const Regions = graphql(\`query OwnRegions { regions(first: 3) { totalCount nodes { name } } }\`);
  `,
  "src/others.ts": `/* GraphQL */ \`
    query OwnConditions($wide: Boolean!, $narrow: Boolean!, $n: Int) {
      families(first: $n) @include(if: $wide) { suppressed { reason } nodes { farms(first: 5) { nodes { code } } } }
      zones(first: $n) @skip(if: $narrow) { edges { node { code } } }
      more: zones(first: 7) @skip(if: $wide) { nodes { code } }
    }
    query OwnNodes($ids: [ID!]!) { nodes(ids: $ids) { id ... on Region { families(first: 2) { nodes { code } } } } }
    query OwnAnalysis($crop: Crop!, $since: Date!, $from: Int!, $rows: Int) {
      plotAnalysis(first: $rows, where: { crop: { equals: $crop } }) { rows { key { region { name } } count } }
      families(first: 2, where: { enrolledOn: { gte: $since } }) { nodes { code } }
      incomeChangeAnalysis(from: $from, to: 10) { rows { count } }
    }
  \``,
};

type Page<Node> = { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
type Governed = Page<{ localGovernments: Page<{ ubigeo: string }> }>;

/** What the generated file exports, to a program that is not compiled with it. */
interface Generated {
  graphql(text: string): TypedDocumentNode<{ regions: { totalCount: number; nodes: { name: string }[] } }, object>;
  OwnFarmsDocument: TypedDocumentNode<{ farms: { nodes: FragmentRef<"OwnFarm", "Farm">[] } }, { n: number }>;
  OwnGovernmentsDocument: TypedDocumentNode<
    { localGovernments: { totalCount: number }; regions: Governed },
    { after?: string }
  >;
  OwnFarmDocument: FragmentDocument<{ code: string; plots: object }, "OwnFarm", "Farm">;
}

const { folder, generate } = project(new URL("./generated/", import.meta.url), sources);
const withoutTexts = project(new URL("./generated/", import.meta.url), {
  ...sources,
  "program.ts": `
    import { createClient, readFragment } from "@chacra/sdk";
    import { OwnFarmDocument, OwnFarmsDocument } from "./src/chacra/index.ts";
    const { farms } = await createClient({ url: process.argv[2] ?? "" }).query(OwnFarmsDocument, { n: 2 });
    console.log(JSON.stringify(farms.nodes?.map((farm) => readFragment(OwnFarmDocument, farm))));
  `,
});
const { dataDir, remove } = temporaryDirectory();
const environment = { CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: "0.001", CHACRA_RATE_LIMIT: "10000000" };
let costs: DocumentCost[];
let texts: string[];
let generated: Generated;

beforeAll(async () => {
  const { costs: found, made, error } = await generate();
  expect(error).toBeNull();
  costs = found;
  texts = Object.values(JSON.parse(made["src/chacra/documents.json"] ?? ""));
  generated = await import(path.join(folder, "src/chacra/index.ts"));
  await run(["seed"], environment);
});
afterAll(remove);

/** Asks what generated documents ask, whichever way they go. */
async function answers(chacra: QueryClient) {
  const regions = await chacra.query(
    generated.graphql("query OwnRegions { regions(first: 3) { totalCount nodes { name } } }"),
  );
  const { farms } = await chacra.query(generated.OwnFarmsDocument, { n: 2 });
  return { regions, farms: farms.nodes.map((farm) => readFragment(generated.OwnFarmDocument, farm)) };
}

describe("generated documents and a server", () => {
  let server: Server;
  beforeAll(async () => {
    server = await serve(environment);
  });
  afterAll(() => stop(server));

  async function charged({ name, variables }: DocumentCost, headers: Record<string, string>) {
    const query = texts.find((text) => new RegExp(`^query ${name}\\b`).test(text));
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  test("each cost that was told is what the server counts with the variables that make it most", async () => {
    expect(costs).toHaveLength(readdirSync(operations).length + 6);
    const asked = await Promise.all(costs.map((cost) => charged(cost, { "x-chacra-dry-run": "cost" })));
    expect(asked.map(({ extensions }, index) => [costs[index]?.name, extensions?.cost.requested])).toEqual(
      costs.map(({ name, cost }) => [name, cost]),
    );
  });

  test.each(["OwnFarms", "OwnConditions", "RegionOverview", "Search", "FactSheet", "OwnAnalysis"])(
    "%s is charged what was told when it runs",
    async (name) => {
      const told = costs.find((cost) => cost.name === name);
      if (!told) throw new Error(`${name} has no cost.`);
      const { errors, extensions } = await charged(told, {});
      expect([errors, extensions.cost.requested]).toEqual([undefined, told.cost]);
    },
  );

  test("are answered by their text", async () => {
    const { regions, farms } = await answers(createClient({ url: `${server.url}/graphql` }));
    expect(regions.regions.totalCount).toBe(25);
    expect(farms).toHaveLength(2);
    expect(() => generated.graphql("query None { zones { totalCount } }")).toThrow("run graphql-codegen again");
    expect(farms).toContainEqual({ code: expect.any(String), plots: { nodes: expect.any(Array) } });
  });
});

test("generated documents are answered by their id alone, by a server on which the manifest is registered", async () => {
  const manifest = path.join(folder, "src/chacra/documents.json");
  const strict = { ...environment, CHACRA_DOCUMENTS: "trusted" };
  const registered = await run(["documents", "register", "--client", "test", manifest], environment);
  expect([registered.code, registered.stderr]).toEqual([
    0,
    expect.stringContaining(`${texts.length} of ${texts.length}`),
  ]);
  const server = await serve(strict);
  try {
    const url = `${server.url}/graphql`;
    const sent: string[] = [];
    const chacra = createClient({
      url,
      documents: "id",
      fetch: (input, init) => {
        sent.push(String(init?.body));
        return fetch(input, init);
      },
    });
    const { regions, farms } = await answers(chacra);
    expect([regions.regions.totalCount, farms.length]).toEqual([25, 2]);
    expect(sent).toHaveLength(2);
    for (const body of sent) {
      expect(body).toMatch(/"documentId":"[0-9a-f]{64}"/);
      expect(body).not.toContain("query Own");
    }
    // Further pages of connections in others are asked for by documents that are registered too.
    const document = generated.OwnGovernmentsDocument;
    const ubigeos = new Set<string>();
    for await (const { ubigeo } of chacra.pages(document, {}, "regions.nodes.localGovernments")) ubigeos.add(ubigeo);
    expect(ubigeos.size).toBe((await chacra.query(document)).localGovernments.totalCount);
    expect(ubigeos.size).toBeGreaterThan(100);
    // Files without texts send ids, whatever the client is told. In a process of its own: urql knows documents again by their ids.
    await withoutTexts.generate({ documents: "id" });
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(withoutTexts.folder, "program.ts"), url]);
    expect(JSON.parse(stdout)).toEqual(farms);
    const refused = await answers(createClient({ url })).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ChacraError);
    expect(refused).toMatchObject({ code: "UNTRUSTED_DOCUMENT" });
  } finally {
    await stop(server);
  }
});
