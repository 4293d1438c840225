import { setTimeout } from "node:timers/promises";
import { answerJson, type Script, type Seen, scriptedServer } from "./scripted-server.ts";

/** How a client is asked, whatever its own words are. */
export type Ask = (
  text: string,
  variables: object,
  options?: { signal?: AbortSignal },
) => Promise<{ data?: unknown; error?: { message: string } | undefined }>;

const text = "query Region($code: ID!) { region(code: $code) { name capital } }";
const secret = "FAM-00004711";
const whole = { data: { region: { __typename: "Region", name: "San Martín", capital: "Moyobamba" } } };
const partial = {
  data: { region: { __typename: "Region", name: "San Martín", capital: null } },
  errors: [{ message: "The capital is not told.", path: ["region", "capital"], extensions: { code: "FORBIDDEN" } }],
};

/** A client as one makes it, and with all that its package has for what goes wrong. */
export interface Client {
  create(url: string): Ask;
  createFull(url: string): Ask;
}

interface Outcome {
  seen: Seen[];
  data?: unknown;
  error?: { message: string } | undefined;
}

/** Asks once. A client that never ends is given up after a while. */
async function ask(create: (url: string) => Ask, script: Script, signal?: AbortSignal): Promise<Outcome> {
  const server = await scriptedServer(script);
  const patience = new AbortController();
  try {
    const asked = create(server.url)(text, { code: secret }, { signal }).catch((error) => ({
      error,
      data: error.data,
    }));
    const answered = await Promise.race([
      asked,
      setTimeout(8_000, { error: new Error("never ended") }, { signal: patience.signal }),
    ]);
    await setTimeout(100);
    return { ...answered, seen: server.seen };
  } finally {
    patience.abort();
    server.close();
  }
}

const isWhole = ({ data }: Outcome) => JSON.stringify(data)?.includes("Moyobamba") === true;

/** What a client does when something goes wrong, each seen on a server that makes it go wrong. */
export const probes: Record<string, (client: Client) => Promise<string>> = {
  async "a 503 that passes"({ createFull }) {
    const outcome = await ask(createFull, (response, nth) =>
      nth < 1 ? answerJson(response, 503, {}) : answerJson(response, 200, whole),
    );
    return isWhole(outcome) ? "asked again" : "fails";
  },
  async "429 with `Retry-After: 2`"({ createFull }) {
    const outcome = await ask(createFull, (response, nth) =>
      nth < 1 ? answerJson(response, 429, {}, { "retry-after": "2" }) : answerJson(response, 200, whole),
    );
    if (!isWhole(outcome)) return "fails";
    const [first, second] = outcome.seen;
    return (second?.at ?? 0) - (first?.at ?? 0) >= 1_950 ? "waits" : "asks too early";
  },
  async "an `AbortSignal`"({ create }) {
    const { error, seen } = await ask(create, () => undefined, AbortSignal.timeout(200));
    if (error?.message === "never ended") return "ignored";
    return seen[0]?.isGivenUp ? "ends the request" : "the request goes on";
  },
  async "data beside an error"({ createFull }) {
    const { data, error } = await ask(createFull, (response) => answerJson(response, 200, partial));
    const hasData = JSON.stringify(data)?.includes("San Martín") === true;
    return hasData && error ? "both" : hasData ? "the error is lost" : "the data is lost";
  },
  async "variables in messages of errors"({ createFull }) {
    const { error } = await ask(createFull, (response) => answerJson(response, 400, { errors: [{ message: "No." }] }));
    if (!error) return "no error";
    return `${error.message}`.includes(secret) ? "told" : "none";
  },
};

/** How many requests three issues and who each is for take a client whose relations are asked one by one. */
export async function requestsOf(nested: (url: string) => Promise<unknown>): Promise<number> {
  const page = { hasNextPage: false, hasPreviousPage: false, endCursor: null, startCursor: null };
  const server = await scriptedServer((response, _nth, body) => {
    const isList = /\bquery issues\b/.test(JSON.parse(body).query);
    const nodes = ["1", "2", "3"].map((id) => ({
      id,
      assignee: { id },
      team: { id },
      labelIds: [],
      reactions: [],
      sharedAccess: { sharedWithUsers: [] },
    }));
    answerJson(response, 200, {
      data: isList ? { issues: { nodes, pageInfo: page } } : { user: { id: "1", name: "Ada" } },
    });
  });
  try {
    await nested(server.url);
    return server.seen.length;
  } finally {
    server.close();
  }
}
