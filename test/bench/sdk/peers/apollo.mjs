import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { RetryLink } from "@apollo/client/link/retry";

const asker =
  (client) =>
  async (text, variables, { signal } = {}) => {
    const { data, error } = await client.query({
      query: gql(text),
      variables,
      errorPolicy: "all",
      fetchPolicy: "network-only",
      context: { fetchOptions: { signal } },
    });
    return { data, error };
  };

export function create(url) {
  return asker(new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() }));
}

export function createFull(url) {
  const link = ApolloLink.from([new RetryLink(), new HttpLink({ uri: url })]);
  return asker(new ApolloClient({ link, cache: new InMemoryCache() }));
}
