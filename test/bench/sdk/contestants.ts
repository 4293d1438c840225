/** Who is compared, and what its package has. */
export interface Contestant {
  name: string;
  /** The file in peers/ that speaks its words. */
  file: string;
  /** What is imported to measure how long that takes. */
  module: string;
  /** What it has; a feature that is not named here it has not, as far as we know. */
  features: Partial<Record<FeatureName, Feature>>;
}

/**
 * Whether a package has something: a module of it that exports a name, or words of ours with what the package has in one of its
 * files that they stand for. Of what is in another package, that is named.
 */
export type Feature = { module: string; exports: string } | { says: string; file?: string; has?: string };

export const featureNames = [
  "result typed",
  "React hooks",
  "normalised cache",
  "documents by hash",
  "goes through all pages",
  "server for tests",
] as const;
export type FeatureName = (typeof featureNames)[number];

export const contestants: Contestant[] = [
  {
    name: "@chacra/sdk",
    file: "chacra.mjs",
    module: "@chacra/sdk",
    features: {
      "result typed": { says: "from the query's text" },
      "React hooks": { module: "@chacra/sdk/react", exports: "useChacraQuery" },
      "normalised cache": { module: "@chacra/sdk/cache", exports: "createCache" },
      "documents by hash": { module: "@chacra/sdk/ids", exports: "RegionOverviewDocument" },
      "goes through all pages": { says: "nested ones too" },
      "server for tests": { module: "@chacra/sdk/testing", exports: "createTestServer" },
    },
  },
  {
    name: "@linear/sdk",
    file: "linear.mjs",
    module: "@linear/sdk",
    features: {
      "result typed": { says: "ready methods only", file: "dist/index.d.mts", has: "class LinearSdk" },
      "goes through all pages": { says: "page by page (`fetchNext`)", file: "dist/index.d.mts", has: "fetchNext()" },
    },
  },
  {
    name: "@octokit/graphql",
    file: "octokit.mjs",
    module: "@octokit/graphql",
    features: {
      "result typed": { says: "by a type of one's own", file: "dist-types/types.d.ts", has: "<ResponseData>(" },
      "goes through all pages": { says: "in `@octokit/plugin-paginate-graphql`" },
    },
  },
  {
    name: "@shopify/storefront-api-client",
    file: "shopify.mjs",
    module: "@shopify/storefront-api-client",
    features: {
      "result typed": { says: "by generated types", file: "README.md", has: "`@shopify/api-codegen-preset`" },
      "React hooks": { says: "in `@shopify/hydrogen-react`" },
    },
  },
  {
    name: "Apollo Client",
    file: "apollo.mjs",
    module: "@apollo/client",
    features: {
      "result typed": { says: "by typed documents", file: "core/ApolloClient.d.ts", has: "TypedDocumentNode<" },
      "React hooks": { module: "@apollo/client/react", exports: "useQuery" },
      "normalised cache": { module: "@apollo/client", exports: "InMemoryCache" },
      "documents by hash": { module: "@apollo/client/link/persisted-queries", exports: "PersistedQueryLink" },
      "goes through all pages": {
        says: "page by page (`fetchMore`)",
        file: "core/ObservableQuery.d.ts",
        has: "fetchMore<",
      },
      "server for tests": { module: "@apollo/client/testing", exports: "MockLink" },
    },
  },
  {
    name: "graphql-request",
    file: "graphql-request.mjs",
    module: "graphql-request",
    features: {
      "result typed": { says: "by typed documents", file: "README.md", has: "`TypedDocumentNode`" },
    },
  },
];
