import type { Role } from "@chacra/schema";

/** What `chacra serve` prints when it listens: where to look, and a question that can be pasted into a shell. */
export function welcome(url: string, keys: readonly { role: Role; key: string }[] = []): string {
  const query = '{ region(ubigeo: \\"22\\") { name families { totalCount } } }';
  return `
Chacra is running.
  Explorer  ${url}/graphql
  Schema    ${url}/schema.graphql
  Health    ${url}/health and ${url}/ready

Try it:
  curl -s ${url}/graphql -H 'Content-Type: application/json' -d '{"query":"${query}"}'
${keys.length === 0 ? "" : demoAccess(keys)}
Ctrl-C ends it.
`;
}

function demoAccess(keys: readonly { role: Role; key: string }[]): string {
  const lines = keys.map(({ role, key }) => `  ${role.padEnd(8)} ${key}`);
  return `
All families here are made up, so callers without a key are analysts. To see what others see, send a key, good for a day,
as Authorization: Bearer (the partner's regions are Huánuco and San Martín):
${lines.join("\n")}
`;
}
