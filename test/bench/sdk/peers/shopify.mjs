import { createStorefrontApiClient } from "@shopify/storefront-api-client";

function clientOf(url, retries) {
  const client = createStorefrontApiClient({
    storeDomain: "https://example.myshopify.com",
    apiVersion: "2026-01",
    publicAccessToken: "token",
    retries,
    customFetchApi: (_address, init) => fetch(url, init),
  });
  return async (text, variables, { signal } = {}) => {
    const { data, errors } = await client.request(text, { variables, signal });
    if (errors && !data) throw Object.assign(new Error(errors.message), errors);
    return { data, error: errors };
  };
}

export const create = (url) => clientOf(url, 0);
export const createFull = (url) => clientOf(url, 3);
