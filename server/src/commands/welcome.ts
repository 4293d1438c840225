/** What `chacra serve` prints when it listens: where to look, and a question that can be pasted into a shell. */
export function welcome(url: string): string {
  const query = '{ region(ubigeo: \\"22\\") { name families { totalCount } } }';
  return `
Chacra is running.
  GraphiQL  ${url}/graphql
  Schema    ${url}/schema.graphql
  Health    ${url}/health and ${url}/ready

Try it:
  curl -s ${url}/graphql -H 'Content-Type: application/json' -d '{"query":"${query}"}'

Ctrl-C ends it.
`;
}
