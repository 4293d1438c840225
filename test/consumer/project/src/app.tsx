import { type ChacraClient, createClient, graphql, parseScalars } from "@chacra/sdk";
import { createCache } from "@chacra/sdk/cache";
import { ChacraProvider, type ChacraSsr, useChacraPages, useChacraQuery } from "@chacra/sdk/react";
import Big from "big.js";
import { Suspense } from "react";

const Farms = graphql(`
  query FarmList($after: String) {
    farms(first: 5, after: $after) { nodes { id code } pageInfo { hasNextPage endCursor } }
  }
`);
const Region = graphql("query Region($ubigeo: String!) { region(ubigeo: $ubigeo) { id name } }");

function Name() {
  const [{ data, error }] = useChacraQuery(Region, { ubigeo: "22" }, { suspense: true });
  return <h1>{error?.code ?? data?.region?.name}</h1>;
}

function List() {
  const farms = useChacraPages(Farms, {}, "farms");
  return (
    <>
      <ul>
        {farms.items.map(({ id, code }) => (
          <li key={id}>{code}</li>
        ))}
      </ul>
      <button type="button" disabled={!farms.hasMore || farms.fetching} onClick={farms.loadMore}>
        More
      </button>
    </>
  );
}

const decimal = (text: string) => new Big(text);

export function clientFor(url: string, fetch?: typeof globalThis.fetch) {
  return createClient({
    url,
    fetch,
    cache: createCache(),
    scalars: parseScalars({ Decimal: decimal }),
  });
}

/** A small application with hooks, a cache and suspense. */
export function App({ client, ssr }: { client: ChacraClient; ssr: ChacraSsr }) {
  return (
    <ChacraProvider client={client} ssr={ssr}>
      <Suspense fallback={<h1>...</h1>}>
        <Name />
      </Suspense>
      <List />
    </ChacraProvider>
  );
}
