/** The graph of Mercurius and Apollo: what the questions need, in the words of ours. */
export const typeDefs = /* GraphQL */ `
  scalar Date
  scalar Decimal
  enum FarmOrderBy { HECTARES_DESC }
  enum InvestmentOrderBy { AMOUNT_DESC }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Coordinates { latitude: Float! longitude: Float! }
  type Money { amount: Decimal! currency: String! }
  type Region {
    ubigeo: String!
    name: String!
    localGovernments(first: Int!, withFamilies: Boolean): LocalGovernmentConnection!
  }
  type LocalGovernmentConnection { nodes: [LocalGovernment!]! }
  type LocalGovernment { ubigeo: String! name: String! families(first: Int!): FamilyConnection! }
  type FamilyConnection { nodes: [Family!]! }
  type Family {
    code: String!
    enrolledOn: Date!
    povertyLikelihood: Float!
    localGovernment: LocalGovernment!
    farms(first: Int!): FarmConnection!
    trainings(first: Int!): AttendedTrainingConnection!
    investments(first: Int!): InvestmentConnection!
  }
  type FarmConnection { totalCount: Int! nodes: [Farm!]! pageInfo: PageInfo! }
  type Farm {
    code: String!
    hectares: Float!
    altitude: Int!
    provenance: String!
    coordinates: Coordinates!
    localGovernment: LocalGovernment!
  }
  type AttendedTrainingConnection { edges: [AttendedTrainingEdge!]! }
  type AttendedTrainingEdge { attendanceRate: Float! node: Training! }
  type Training { code: String! title: String! topic: String! startsOn: Date! }
  type InvestmentConnection { totalCount: Int! nodes: [Investment!]! pageInfo: PageInfo! }
  type Investment {
    code: String!
    kind: String!
    committedOn: Date!
    amount: Money!
    localGovernment: LocalGovernment!
  }
  type HectaresOfCropAndRegion { crop: String! region: Region! count: Int! hectares: Float! }
  type CommitmentsOfKindAndYear { kind: String! year: Int! count: Int! amount: Decimal! currency: String! }
  type Figure { code: String! title: String! value: Decimal }
  type Query {
    family(code: String!): Family
    localGovernment(ubigeo: String!): LocalGovernment
    region(ubigeo: String!): Region
    farms(first: Int!, region: String, localGovernment: String, crop: String, orderBy: FarmOrderBy): FarmConnection!
    investments(first: Int!, kind: String, from: Date, orderBy: InvestmentOrderBy): InvestmentConnection!
    hectaresByCropAndRegion: [HectaresOfCropAndRegion!]!
    commitmentsByKindAndYear: [CommitmentsOfKindAndYear!]!
    figures: [Figure!]!
  }
`;

/** A place in a list, as clients send it back. */
export const cursorOf = ({ id }) => Buffer.from(String(id)).toString("base64");

/** What is asked for and one more, which tells whether there is a next page. */
export function pageOf(rows, first) {
  const nodes = rows.length > first ? rows.slice(0, first) : rows;
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? cursorOf(last) : null } };
}
