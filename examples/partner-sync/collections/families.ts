import { graphql } from "@chacra/sdk";
import type { Collection } from "../collection.ts";

const Families = graphql(`
  query Families($after: String) {
    families(first: 100, after: $after) {
      nodes {
        id provenance code enrolledOn povertyLikelihood consent { status scope date } localGovernment { id }
        incomes { year netIncome { amount currency } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const FamilyMembers = graphql(`
  query FamilyMembers($after: String) {
    familyMembers(first: 100, after: $after) {
      nodes {
        id provenance code sex birthYear isHead family { id }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Farms = graphql(`
  query Farms($after: String) {
    farms(first: 100, after: $after) {
      nodes {
        id provenance code hectares altitude coordinates { latitude longitude } family { id } localGovernment { id }
        certifications { kind validFrom validUntil }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Plots = graphql(`
  query Plots($after: String) {
    plots(first: 100, after: $after) {
      nodes {
        id provenance code crop variety system hectares plantedYear farm { id } harvests { year kg price { amount currency } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Verifications = graphql(`
  query Verifications($after: String) {
    verifications(first: 100, after: $after) {
      nodes {
        id provenance code areaCode method verifiedOn supersededOn cocaFreeHectares eradicatedHectares farm { id }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const TrainingParticipations = graphql(`
  query TrainingParticipations($after: String) {
    trainingParticipations(first: 100, after: $after) {
      nodes {
        id attendanceRate certified member { id } training { id }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Investments = graphql(`
  query Investments($after: String) {
    investments(first: 100, after: $after) {
      nodes {
        id provenance code kind instrument committedOn amount { amount currency } disbursements { disbursedOn amount { amount currency } }
        funder { id } intervention { id } activity { id } localGovernment { id }
        recipient { __typename ... on Node { id } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Families and what is theirs. Fields that partners may not see, such as the village and the name, are not asked for: an
 * error would come in their place. */
export const families: Collection[] = [
  { name: "families", type: "Family", walk: (chacra, options) => chacra.pages(Families, {}, "families", options) },
  {
    name: "familyMembers",
    type: "FamilyMember",
    walk: (chacra, options) => chacra.pages(FamilyMembers, {}, "familyMembers", options),
  },
  { name: "farms", type: "Farm", walk: (chacra, options) => chacra.pages(Farms, {}, "farms", options) },
  { name: "plots", type: "Plot", walk: (chacra, options) => chacra.pages(Plots, {}, "plots", options) },
  {
    name: "verifications",
    type: "CocaFreeVerification",
    walk: (chacra, options) => chacra.pages(Verifications, {}, "verifications", options),
  },
  {
    name: "trainingParticipations",
    type: "TrainingParticipation",
    walk: (chacra, options) => chacra.pages(TrainingParticipations, {}, "trainingParticipations", options),
  },
  {
    name: "investments",
    type: "Investment",
    walk: (chacra, options) => chacra.pages(Investments, {}, "investments", options),
  },
];
