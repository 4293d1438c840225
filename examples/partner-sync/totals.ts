import { graphql, type ResultOf } from "@chacra/sdk";

/** How many records of each collection the caller may see; null where that would tell of too few families. */
export const Totals = graphql(`
  query Totals {
    regions { totalCount }
    provinces { totalCount }
    localGovernments { totalCount }
    localities { totalCount }
    zones { totalCount }
    organizations { totalCount }
    interventions { totalCount }
    activities { totalCount }
    trainings { totalCount }
    enterprises { totalCount }
    marketEvents { totalCount }
    indicators { totalCount }
    coordinationBodies { totalCount }
    coordinationInstruments { totalCount }
    countryRankings { totalCount }
    sources { totalCount }
    families { totalCount }
    familyMembers { totalCount }
    farms { totalCount }
    plots { totalCount }
    verifications { totalCount }
    trainingParticipations { totalCount }
    investments { totalCount }
  }
`);

export type CollectionName = keyof ResultOf<typeof Totals>;
