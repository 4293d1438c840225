import { graphql } from "@chacra/sdk";
import type { Collection } from "../collection.ts";

const Organizations = graphql(`
  query Organizations($after: String) {
    organizations(first: 100, after: $after) {
      nodes {
        id provenance code name kind level
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Interventions = graphql(`
  query Interventions($after: String) {
    interventions(first: 100, after: $after) {
      nodes {
        id code name nameEs description
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Activities = graphql(`
  query Activities($after: String) {
    activities(first: 100, after: $after) {
      nodes {
        id provenance identifier title description status starts { date precision } ends { date precision }
        implementer { id } interventions { id } sectors { code name } source { id }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Trainings = graphql(`
  query Trainings($after: String) {
    trainings(first: 100, after: $after) {
      nodes {
        id provenance code title topic modality startsOn endsOn hours localGovernment { id } organization { id } intervention { id }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Enterprises = graphql(`
  query Enterprises($after: String) {
    enterprises(first: 100, after: $after) {
      nodes {
        id provenance code name valueChain foundedYear members localGovernment { id } locality { id }
        support { kind suppliedOn organization { id } activity { id } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const MarketEvents = graphql(`
  query MarketEvents($after: String) {
    marketEvents(first: 100, after: $after) {
      nodes {
        id provenance code series edition year startsOn endsOn city country verification localGovernment { id } source { id }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Indicators = graphql(`
  query Indicators($after: String) {
    indicators(first: 100, after: $after) {
      nodes {
        id provenance code title definition unit baselineYear baselineValue targetYear targetValue actual
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const CoordinationBodies = graphql(`
  query CoordinationBodies($after: String) {
    coordinationBodies(first: 100, after: $after) {
      nodes {
        id provenance code name level description agreements { code title agreedOn }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const CoordinationInstruments = graphql(`
  query CoordinationInstruments($after: String) {
    coordinationInstruments(first: 100, after: $after) {
      nodes {
        id provenance code name level description body { id }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const CountryRankings = graphql(`
  query CountryRankings($after: String) {
    countryRankings(first: 100, after: $after) {
      nodes {
        id provenance code commodity production label year rank band source { id }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const Sources = graphql(`
  query Sources($after: String) {
    sources(first: 100, after: $after) {
      nodes {
        id code title url licence retrievedOn
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What the programme is made of, and who carries it. */
export const programme: Collection[] = [
  {
    name: "organizations",
    type: "Organization",
    walk: (chacra, options) => chacra.pages(Organizations, {}, "organizations", options),
  },
  {
    name: "interventions",
    type: "Intervention",
    walk: (chacra, options) => chacra.pages(Interventions, {}, "interventions", options),
  },
  {
    name: "activities",
    type: "Activity",
    walk: (chacra, options) => chacra.pages(Activities, {}, "activities", options),
  },
  { name: "trainings", type: "Training", walk: (chacra, options) => chacra.pages(Trainings, {}, "trainings", options) },
  {
    name: "enterprises",
    type: "Enterprise",
    walk: (chacra, options) => chacra.pages(Enterprises, {}, "enterprises", options),
  },
  {
    name: "marketEvents",
    type: "MarketEvent",
    walk: (chacra, options) => chacra.pages(MarketEvents, {}, "marketEvents", options),
  },
  {
    name: "indicators",
    type: "Indicator",
    walk: (chacra, options) => chacra.pages(Indicators, {}, "indicators", options),
  },
  {
    name: "coordinationBodies",
    type: "CoordinationBody",
    walk: (chacra, options) => chacra.pages(CoordinationBodies, {}, "coordinationBodies", options),
  },
  {
    name: "coordinationInstruments",
    type: "CoordinationInstrument",
    walk: (chacra, options) => chacra.pages(CoordinationInstruments, {}, "coordinationInstruments", options),
  },
  {
    name: "countryRankings",
    type: "CountryRanking",
    walk: (chacra, options) => chacra.pages(CountryRankings, {}, "countryRankings", options),
  },
  { name: "sources", type: "Source", walk: (chacra, options) => chacra.pages(Sources, {}, "sources", options) },
];
