import { chacra } from "./contestants.ts";
import type { BenchDatabase } from "./databases.ts";
import type { Loader } from "./loader.ts";
import { takeTurns } from "./measure.ts";
import { ask } from "./requests.ts";

/** Milliseconds for the first page of families and for the thousandth. */
export interface DeepPages {
  first: number;
  thousandth: number;
}

const SIZE = 20;
const PAGE = 1_000;
const query = `query Page($first: Int!, $after: String) {
  families(first: $first, after: $after) { nodes { code enrolledOn povertyLikelihood } pageInfo { hasNextPage endCursor } }
}`;

/** As an analyst walks through all families, 20 a page. */
export async function deepPages(database: BenchDatabase, loader: Loader): Promise<DeepPages> {
  const running = await chacra.start(database.url);
  const headers = chacra.headers(database);
  const body = (first: number, after: string | null) => JSON.stringify({ query, variables: { first, after } });
  try {
    let after: string | null = null;
    for (let row = 0; row < SIZE * (PAGE - 1); ) {
      const first = Math.min(100, SIZE * (PAGE - 1) - row);
      const data = (await ask(running.url, body(first, after), headers[0] ?? {})) as {
        families: { pageInfo: { endCursor: string } };
      };
      after = data.families.pageInfo.endCursor;
      row += first;
    }
    const time = async (place: string | null) => {
      const server = { contestant: chacra, running, requests: { headers, bodies: [body(SIZE, place)] } };
      return (await takeTurns([server], 1, loader, database)).get(chacra)?.p50 ?? 0;
    };
    return { first: await time(null), thousandth: await time(after) };
  } finally {
    await running.stop();
  }
}
