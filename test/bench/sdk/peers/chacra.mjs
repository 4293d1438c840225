import { createQueryClient, graphql } from "@chacra/sdk";

export function create(url) {
  const chacra = createQueryClient({ url, logger: { warn() {} } });
  return (text, variables, options) => chacra.request(graphql(text), variables, options);
}

export const createFull = create;
