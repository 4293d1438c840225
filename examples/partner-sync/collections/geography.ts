import { graphql } from "@chacra/sdk";
import type { Collection } from "../collection.ts";

const Regions = graphql(`
  query Regions($after: String) {
    regions(first: 100, after: $after) {
      nodes {
        id provenance ubigeo name capital coordinates { latitude longitude } cocaAreas { year hectares }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Provinces = graphql(`
  query Provinces($after: String) {
    provinces(first: 100, after: $after) {
      nodes {
        id provenance ubigeo name region { id } coordinates { latitude longitude }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const LocalGovernments = graphql(`
  query LocalGovernments($after: String) {
    localGovernments(first: 100, after: $after) {
      nodes {
        id provenance ubigeo name level povertyRate region { id } province { id } coordinates { latitude longitude }
        budgets { year openingBudget { amount currency } modifiedBudget { amount currency } accrued { amount currency } }
        capacityAssessments { dimension assessedOn score }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Localities = graphql(`
  query Localities($after: String) {
    localities(first: 100, after: $after) {
      nodes {
        id provenance code name localGovernment { id } coordinates { latitude longitude }
        connections { service activeOn operator { id } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Zones = graphql(`
  query Zones($after: String) {
    zones(first: 100, after: $after) {
      nodes {
        id provenance code name regions { id } cocaAreas { year hectares }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Where the programme works. */
export const geography: Collection[] = [
  { name: "regions", type: "Region", walk: (chacra, options) => chacra.pages(Regions, {}, "regions", options) },
  { name: "provinces", type: "Province", walk: (chacra, options) => chacra.pages(Provinces, {}, "provinces", options) },
  {
    name: "localGovernments",
    type: "LocalGovernment",
    walk: (chacra, options) => chacra.pages(LocalGovernments, {}, "localGovernments", options),
  },
  {
    name: "localities",
    type: "Locality",
    walk: (chacra, options) => chacra.pages(Localities, {}, "localities", options),
  },
  { name: "zones", type: "Zone", walk: (chacra, options) => chacra.pages(Zones, {}, "zones", options) },
];
