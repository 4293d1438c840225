import type { Contestant } from "./contestants.ts";
import type { BenchDatabase } from "./databases.ts";
import type { Samples, Variables } from "./samples.ts";
import { documentOf, type Shape } from "./shapes.ts";

/** What is sent to a server again and again. */
export interface Requests {
  headers: Record<string, string>[];
  bodies: string[];
}

export function bodyOf(shape: Shape, contestant: Contestant, variables: Variables): string {
  return JSON.stringify({ query: documentOf(shape, contestant.dialect), variables });
}

/** @param samples as the contestant may be asked: an analyst asks for families by their pseudonyms */
export function requestsOf(shape: Shape, contestant: Contestant, database: BenchDatabase, samples: Samples): Requests {
  const bodies = (samples[shape.key] ?? []).map((variables) => bodyOf(shape, contestant, variables));
  return { headers: contestant.headers(database), bodies };
}

export async function ask(url: string, body: string, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body,
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors || !data) throw new Error(`${url} answers ${body.slice(0, 60)} … with ${JSON.stringify(errors)}`);
  return data;
}
