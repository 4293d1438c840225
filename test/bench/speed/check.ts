import { type Contestant, contestants, type Running } from "./contestants.ts";
import type { BenchDatabase } from "./databases.ts";
import { ask, requestsOf } from "./requests.ts";
import { type Answering, checkSameData } from "./same-data.ts";
import { type Samples, samplesOf, trueCodes } from "./samples.ts";
import { say } from "./settings.ts";
import { shapes } from "./shapes.ts";
import { countStatements, type StatementCounter } from "./statement-counter.ts";

/** What is known before anything is timed. */
export interface Checked {
  /** Statements a request, by the contestant's name and the shape's key. */
  statements: Record<string, Record<string, number>>;
  /** From the start of the process to the first answer, in milliseconds. */
  startUp: Record<string, number>;
  /** Variables for those who see the records as they are, and for an analyst. */
  samples: { true: Samples; analyst: Samples };
}

interface Counted {
  contestant: Contestant;
  counter: StatementCounter;
  running: Running;
}

const COUNTED_REQUESTS = 5;

/** Starts every server behind a counter of its statements, and sees that they all tell the same. */
export async function check(database: BenchDatabase): Promise<Checked> {
  const counted: Counted[] = [];
  const startUp: Checked["startUp"] = {};
  for (const contestant of contestants) {
    const counter = await countStatements(database.url);
    const began = performance.now();
    const running = await contestant.start(counter.url);
    await fetch(`${running.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...contestant.headers(database)[0] },
      body: '{"query":"{ __typename }"}',
    }).then((response) => response.text());
    startUp[contestant.name] = performance.now() - began;
    counted.push({ contestant, counter, running });
  }
  try {
    const own = await samplesOf(database, trueCodes(database));
    const analyst = await samplesOf(database, pseudonyms(database, counted[0]?.running.url ?? ""));
    const answering: Answering[] = counted.map(({ contestant, running: { url } }) => ({
      contestant,
      url,
      headers: { ...contestant.headers(database)[0], ...(contestant.dialect === "chacra" && steward(database)) },
    }));
    for (const shape of shapes) {
      await checkSameData(shape, answering, own, database);
      say(`${shape.key}: all servers tell the same.`);
    }
    return {
      startUp,
      samples: { true: own, analyst },
      statements: await statementsOf(counted, database, own, analyst),
    };
  } finally {
    await Promise.all(counted.map(({ running }) => running.stop()));
    for (const { counter } of counted) counter.stop();
  }
}

const steward = (database: BenchDatabase) => ({ authorization: `Bearer ${database.steward}` });

async function statementsOf(counted: readonly Counted[], database: BenchDatabase, own: Samples, analyst: Samples) {
  const statements: Checked["statements"] = {};
  for (const { contestant, counter, running } of counted) {
    const ours = contestant.headers(database).length > 1;
    const each: Record<string, number> = {};
    for (const shape of shapes) {
      const { headers, bodies } = requestsOf(shape, contestant, database, ours ? analyst : own);
      const send = (i: number) => ask(running.url, bodies[i % bodies.length] ?? "", headers[0] ?? {});
      for (let i = 0; i < 3; i += 1) await send(i);
      const before = counter.count();
      for (let i = 0; i < COUNTED_REQUESTS; i += 1) await send(i);
      each[shape.key] = (counter.count() - before) / COUNTED_REQUESTS;
    }
    statements[contestant.name] = each;
  }
  return statements;
}

/** Families under the codes that an analyst sees. */
const pseudonyms = (database: BenchDatabase, url: string) => async (ubigeo: string) => {
  const query =
    "query ($ubigeo: String!) { localGovernment(ubigeo: $ubigeo) { families(first: 20) { nodes { code } } } }";
  const headers = { authorization: `Bearer ${database.analysts[0]}` };
  const data = (await ask(url, JSON.stringify({ query, variables: { ubigeo } }), headers)) as {
    localGovernment: { families: { nodes: { code: string }[] } };
  };
  return data.localGovernment.families.nodes.map(({ code }) => code);
};
