import {
  type ClientOptions,
  createClient,
  type FragmentOf,
  graphql,
  parseScalars,
  RegionOverviewDocument,
  readFragment,
} from "@chacra/sdk";
import {
  AbortedError,
  AuthenticationError,
  CostError,
  NetworkError,
  RateLimitedError,
  TimeoutError,
} from "@chacra/sdk/errors";
import { RegionOverviewDocument as RegionOverviewId } from "@chacra/sdk/ids";
import { createTestServer } from "@chacra/sdk/testing";
import Big from "big.js";
import { FarmsOfRegionDocument } from "./chacra/index.js";

/** Where the graph is, and who asks. */
export interface Graph {
  url: string;
  /** A key with the rights of the public, who may not see single families. */
  publicKey: string;
}

const RegionFamilies = graphql(`
  query RegionFamilies($ubigeo: String!) {
    region(ubigeo: $ubigeo) {
      name
      localGovernments(first: 3) { nodes { name families(first: 2) { totalCount nodes { farms { nodes { hectares } } } } } }
    }
  }
`);
const Line = graphql("fragment Line on Farm { code altitude }");
const Lines = graphql("query Lines { farms(first: 3) { nodes { ...Line } } }", [Line]);
const Farms = graphql(`
  query Farms($after: String) {
    farms(first: 20, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } }
  }
`);
const Plots = graphql(`
  query Plots($ubigeo: String!, $after: String) {
    region(ubigeo: $ubigeo) {
      farms(first: 5, after: $after) {
        nodes { id __typename plots(first: 1) { nodes { crop hectares } pageInfo { hasNextPage endCursor } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
const Amounts = graphql("query Amounts { investments(first: 4) { nodes { amount { amount } } } }");
const Codes = graphql(
  "query Codes { regions(first: 2) { totalCount } families(first: 2) { totalCount nodes { code } } }",
);
const Large = graphql("query Large { families(first: 1000) { totalCount } }");

const scalars = parseScalars({ Decimal: (text: string) => new Big(text) });

const classes = {
  cost: CostError,
  aborted: AbortedError,
  timeout: TimeoutError,
  network: NetworkError,
  authentication: AuthenticationError,
};

type Options = Omit<ClientOptions, "url" | "scalars">;

function clientOf({ url }: { url: string }, options: Options = {}) {
  return createClient({ url, scalars, ...options });
}

/** The class of the error that a call throws, told by the classes themselves. */
async function classOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof RateLimitedError) return `rate limited, ${error.retryAfter} s`;
  for (const [name, type] of Object.entries(classes)) if (error instanceof type) return name;
  return `${error}`;
}

function firstAnswer(status: number, headers: Record<string, string>, fetchLater: typeof fetch = fetch): typeof fetch {
  let isFirst = true;
  return async (...request) => {
    if (!isFirst) return fetchLater(...request);
    isFirst = false;
    return new Response(null, { status, headers });
  };
}

/** What is the same for every programme is checked at once. */
function sure<T>(found: T, wanted: T): T {
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);
  return found;
}

const altitudeOf = (farm: FragmentOf<typeof Line>) => readFragment(Line, farm).altitude;

/** What the package promises, each tried on the graph; what it gives is the same wherever it runs. */
const features: Record<string, (graph: Graph) => Promise<unknown>> = {
  async "a ready operation"(graph) {
    const { region } = await clientOf(graph).regionOverview({ ubigeo: "22" });
    return [region?.name, region?.families.totalCount];
  },
  async "a nested query of one's own"(graph) {
    const { region } = await clientOf(graph).query(RegionFamilies, { ubigeo: "22" });
    return region?.localGovernments.nodes.map(({ families }) =>
      families.nodes?.map((family) => family.farms.nodes?.length),
    );
  },
  async "a masked fragment"(graph) {
    return (await clientOf(graph).query(Lines)).farms.nodes?.map(altitudeOf);
  },
  async "all pages"(graph) {
    const codes: string[] = [];
    for await (const { code } of clientOf(graph).pages(Farms, {}, "farms")) codes.push(code);
    return [codes.length, new Set(codes).size];
  },
  async "pages resumed by their token"(graph) {
    const pages = clientOf(graph).pages(Farms, {}, "farms");
    for (let count = 0; count < 30; count++) await pages.next();
    await pages.return();
    let rest = 0;
    for await (const _farm of clientOf(graph).pages(Farms, {}, "farms", { resume: pages.token })) rest++;
    return rest;
  },
  async "pages within pages"(graph) {
    let hectares = new Big(0);
    for await (const plot of clientOf(graph).pages(Plots, { ubigeo: "22" }, "region.farms.nodes.plots"))
      hectares = hectares.plus(plot.hectares);
    return hectares.toFixed(2);
  },
  async "exact decimals of a library"(graph) {
    const { investments } = await clientOf(graph).query(Amounts);
    return investments.nodes.map(({ amount }) => amount.amount.times("0.18").toFixed(4));
  },
  async "cost with every answer"(graph) {
    const { cost, status, requestId } = await clientOf(graph).request(RegionFamilies, { ubigeo: "22" });
    return [cost?.requested, status, typeof requestId];
  },
  async "documents by their hash, one by GET"(graph) {
    const sent: string[] = [];
    const watched: typeof fetch = (input, init) => {
      const { search } = new URL(input instanceof Request ? input.url : input);
      sent.push(
        `${init?.method} ${search.includes("documentId") || `${init?.body}`.includes("documentId") ? "id" : "text"}`,
      );
      return fetch(input, init);
    };
    const chacra = clientOf(graph, { documents: "id", fetch: watched });
    const { region } = await chacra.query(RegionOverviewDocument, { ubigeo: "22" }, { method: "GET" });
    const { region: same } = await chacra.query(RegionOverviewId, { ubigeo: "22" });
    return sure([region?.name, same?.name, ...sent], ["San Martín", "San Martín", "GET id", "POST id"]);
  },
  async "what is forbidden, and the rest all the same"(graph) {
    const { data, error } = await clientOf(graph, { token: graph.publicKey }).request(Codes);
    return sure([error?.code, data?.regions.totalCount, data?.families.nodes], ["FORBIDDEN", 25, null]);
  },
  async "a generated document"(graph) {
    const { region } = await clientOf(graph).query(FarmsOfRegionDocument, { ubigeo: "22" });
    return region?.farms.nodes?.map(({ code }) => typeof code);
  },
  async "the test server, and a fault of it"() {
    const server = createTestServer();
    const chacra = server.client({ scalars });
    const { regions } = await chacra.regionsOverview();
    server.failNext({ code: "RATE_LIMITED", retryAfter: 3 });
    return sure([regions.nodes.length > 0, await classOf(chacra.regionsOverview())], [true, "rate limited, 3 s"]);
  },
  async "errors by class"(graph) {
    const chacra = clientOf(graph, { retries: 0 });
    const aborted = new AbortController();
    aborted.abort();
    const busy = clientOf(graph, { retries: 0, fetch: firstAnswer(429, { "Retry-After": "7" }) });
    return sure(
      [
        await classOf(chacra.query(Large)),
        await classOf(chacra.query(Lines, {}, { signal: aborted.signal })),
        await classOf(chacra.query(Lines, {}, { timeout: 0.001 })),
        await classOf(clientOf({ url: "http://127.0.0.1:1/graphql" }, { retries: 0 }).query(Lines)),
        await classOf(clientOf(graph, { token: "wrong" }).query(Lines)),
        await classOf(busy.query(Lines)),
      ],
      ["cost", "aborted", "timeout", "network", "authentication", "rate limited, 7 s"],
    );
  },
  async "a wait of Retry-After, in seconds"(graph) {
    const begun = Date.now();
    await clientOf(graph, { fetch: firstAnswer(429, { "Retry-After": "1" }) }).query(Lines);
    return sure(Date.now() - begun >= 1000, true);
  },
  async "a token that is asked for anew"(graph) {
    const asked: boolean[] = [];
    const token = ({ refresh }: { refresh: boolean }) => {
      asked.push(refresh);
      return refresh ? graph.publicKey : "worn out";
    };
    const { viewer } = await clientOf(graph, { token }).viewerRights({ type: "Family" });
    return sure([viewer.role, ...asked], ["PUBLIC", false, true]);
  },
};

/** Tries every feature. What fails is its answer, so that the others are tried too. */
export async function tryFeatures(graph: Graph): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [name, feature] of Object.entries(features)) {
    answers[name] = await feature(graph).catch((error: unknown) => `failed: ${error}`);
  }
  return answers;
}
