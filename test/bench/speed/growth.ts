import { chacra, limit, type Running } from "./contestants.ts";
import { type BenchDatabase, benchDatabase } from "./databases.ts";
import { type DeepPages, deepPages } from "./deep-pages.ts";
import type { Loader } from "./loader.ts";
import { type Ready, takeTurns } from "./measure.ts";
import { ask, requestsOf } from "./requests.ts";
import { samplesOf, trueCodes } from "./samples.ts";
import { shapes } from "./shapes.ts";

/** Ours, when nothing of the answer is remembered. */
export const FIRST_ASKED = `${chacra.name}, first asked`;

/** Milliseconds for one caller at scale 1 and at scale 10. */
export interface Growth {
  shapes: { shape: string; name: string; at1: number; at10: number }[];
  deepPages: DeepPages;
}

interface Timed {
  shape: string;
  name: string;
  ms: number;
}

async function timed(database: BenchDatabase, loader: Loader): Promise<Timed[]> {
  const ours = await chacra.start(database.url);
  const theirs = await limit.start(database.url);
  try {
    const analyst = await samplesOf(database, (ubigeo) => pseudonyms(database, ours, ubigeo));
    const own = await samplesOf(database, trueCodes(database));
    const times: Timed[] = [];
    for (const shape of shapes) {
      const servers: Ready[] = [
        {
          contestant: chacra,
          running: ours,
          requests: requestsOf(shape, chacra, database, analyst),
          remembers: shape.counts,
        },
        { contestant: limit, running: theirs, requests: requestsOf(shape, limit, database, own) },
      ];
      for (const [contestant, { p50 }] of await takeTurns(servers, 1, loader, database)) {
        times.push({ shape: shape.key, name: contestant.name, ms: p50 });
      }
      const ms = shape.counts ? await firstAsked(database, servers[0]) : 0;
      if (shape.counts) times.push({ shape: shape.key, name: FIRST_ASKED, ms });
    }
    return times;
  } finally {
    await Promise.all([ours.stop(), theirs.stop()]);
  }
}

/** How long an answer takes that nothing is remembered of: once each after a change of the records, the best of three. */
async function firstAsked({ database }: BenchDatabase, server: Ready | undefined): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; server && i < 3; i += 1) {
    await database.pool.query("INSERT INTO data_change DEFAULT VALUES");
    const began = performance.now();
    await ask(server.running.url, server.requests.bodies[0] ?? "", server.requests.headers[0] ?? {});
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

async function pseudonyms({ analysts }: BenchDatabase, { url }: Running, ubigeo: string): Promise<string[]> {
  const query = `{ localGovernment(ubigeo: "${ubigeo}") { families(first: 20) { nodes { code } } } }`;
  const headers = { authorization: `Bearer ${analysts[0]}` };
  const data = (await ask(url, JSON.stringify({ query }), headers)) as {
    localGovernment: { families: { nodes: { code: string }[] } };
  };
  return data.localGovernment.families.nodes.map(({ code }) => code);
}

/** How times grow when there are ten times as many records. */
export async function growth(small: BenchDatabase, loader: Loader): Promise<Growth> {
  const large = await benchDatabase(10);
  try {
    const [at1, at10] = [await timed(small, loader), await timed(large, loader)];
    const rows = at1.map(({ shape, name, ms }, i) => ({ shape, name, at1: ms, at10: at10[i]?.ms ?? 0 }));
    return { shapes: rows, deepPages: await deepPages(large, loader) };
  } finally {
    await large.drop();
  }
}
