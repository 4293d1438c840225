import {
  ChacraError,
  type ClientOptions,
  createClient,
  type FragmentOf,
  graphql,
  parseScalars,
  readFragment,
} from "@chacra/sdk";
import { RateLimitedError } from "@chacra/sdk/errors";
import { RegionOverviewDocument as RegionOverviewId } from "@chacra/sdk/ids";
import Big from "big.js";

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

const decimal = (text: string) => new Big(text);

type Options = Omit<ClientOptions, "url" | "scalars">;

function clientOf({ url }: { url: string }, options: Options = {}) {
  return createClient({ url, scalars: parseScalars({ Decimal: decimal }), ...options });
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "no error",
    (error) =>
      error instanceof ChacraError
        ? `${error.constructor === ChacraError ? "" : "class and "}${error.code}`
        : `${error}`,
  );
}

function firstAnswer(status: number, headers: Record<string, string>, fetchLater: typeof fetch = fetch): typeof fetch {
  let isFirst = true;
  return async (...request) => {
    if (!isFirst) return fetchLater(...request);
    isFirst = false;
    return new Response(null, { status, headers });
  };
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
  async "a document by its hash, by GET"(graph) {
    const sent: (string | undefined)[] = [];
    const watched: typeof fetch = (input, init) => {
      sent.push(
        init?.method,
        new URL(input instanceof Request ? input.url : input).search.includes("documentId") ? "id" : "text",
      );
      return fetch(input, init);
    };
    const { region } = await clientOf(graph, { documents: "id", fetch: watched }).query(
      RegionOverviewId,
      { ubigeo: "22" },
      { method: "GET" },
    );
    return [region?.name, ...sent];
  },
  async "what is forbidden, and the rest all the same"(graph) {
    const { data, error } = await clientOf(graph, { token: graph.publicKey }).request(Codes);
    return [error?.name, error?.code, data?.regions.totalCount, data?.families.nodes];
  },
  async "errors by class"(graph) {
    const chacra = clientOf(graph, { retries: 0 });
    const aborted = new AbortController();
    aborted.abort();
    return [
      await codeOf(chacra.query(Large)),
      await codeOf(chacra.query(Lines, {}, { signal: aborted.signal })),
      await codeOf(chacra.query(Lines, {}, { timeout: 0.001 })),
      await codeOf(clientOf({ url: "http://127.0.0.1:1/graphql" }, { retries: 0 }).query(Lines)),
      await codeOf(clientOf(graph, { token: "wrong" }).query(Lines)),
      await codeOf(clientOf(graph, { retries: 0, fetch: firstAnswer(429, { "Retry-After": "7" }) }).query(Lines)),
    ];
  },
  async "a wait of Retry-After, in seconds"(graph) {
    const begun = Date.now();
    const patient = clientOf(graph, { fetch: firstAnswer(429, { "Retry-After": "1" }) });
    await patient.query(Lines);
    const error = await clientOf(graph, { retries: 0, fetch: firstAnswer(429, { "Retry-After": "7" }) })
      .query(Lines)
      .catch((reason: unknown) => reason);
    return [Date.now() - begun >= 1000, error instanceof RateLimitedError && error.retryAfter];
  },
  async "a token that is asked for anew"(graph) {
    const asked: boolean[] = [];
    const token = ({ refresh }: { refresh: boolean }) => {
      asked.push(refresh);
      return refresh ? graph.publicKey : "worn out";
    };
    const { viewer } = await clientOf(graph, { token }).viewerRights({ type: "Family" });
    return [viewer.role, asked];
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
