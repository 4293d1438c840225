import { GraphQLClient } from "graphql-request";

export function create(url) {
  const client = new GraphQLClient(url, { errorPolicy: "all" });
  return async (document, variables, { signal } = {}) => {
    const { data, errors } = await client.rawRequest({ query: document, variables, signal });
    return { data, error: errors?.[0] };
  };
}

export const createFull = create;
