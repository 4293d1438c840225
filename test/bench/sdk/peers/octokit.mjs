import { GraphqlResponseError, graphql } from "@octokit/graphql";

export function create(url) {
  const ask = graphql.defaults({ baseUrl: url.replace("/graphql", "") });
  return async (text, variables, { signal } = {}) => {
    try {
      return { data: await ask(text, { ...variables, request: { signal } }) };
    } catch (error) {
      if (!(error instanceof GraphqlResponseError)) throw error;
      return { data: error.data, error };
    }
  };
}

export const createFull = create;
