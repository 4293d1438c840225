/** Parts of documents by the type that they are of; each is about as deep as a view of an application. */
const families = [
  "enrolledOn povertyLikelihood consent { status scope date }",
  "members(first: 100) { nodes { code sex birthYear isHead } }",
  "incomes { year netIncome { amount currency } }",
  "farms(first: 10) { nodes { code hectares altitude plots(first: 20) { nodes { crop variety harvests { year kg price { amount currency } } } } } }",
  "trainings(first: 100) { edges { attendanceRate certified member { code } node { code title topic startsOn } } }",
  "investments(first: 100) { nodes { code kind committedOn amount { amount currency } disbursements { disbursedOn amount { amount } } } }",
];
const farms = [
  "hectares altitude coordinates { latitude longitude }",
  "certifications { kind validFrom validUntil }",
  "plots(first: 20) { nodes { crop variety hectares system plantedYear harvests { year kg price { amount currency } } } }",
  "verifications(first: 50) { nodes { verifiedOn eradicatedHectares cocaFreeHectares } }",
  "family { code enrolledOn incomes { year netIncome { amount currency } } }",
  "localGovernment { ubigeo name }",
];
const investments = [
  "kind instrument committedOn amount { amount currency }",
  "funder { name }",
  "disbursements { disbursedOn amount { amount currency } }",
  "recipient { __typename ... on Family { code enrolledOn } ... on LocalGovernment { ubigeo name } ... on Locality { code name } ... on Enterprise { code name valueChain } }",
];
const page = "pageInfo { hasNextPage endCursor }";

const views = [
  (at: number) =>
    `query Family${at}($code: String!) { family(code: $code) { id code region { name } ${some(families, at)} } }`,
  (at: number) =>
    `query Region${at}($ubigeo: String!, $first: Int = 50, $after: String) { region(ubigeo: $ubigeo) { name families(first: $first, after: $after) { totalCount nodes { id __typename code ${some(families, at)} } ${page} } } }`,
  (at: number) =>
    `query Farms${at}($where: FarmWhere, $orderBy: [FarmOrderBy!], $after: String) { farms(first: 50, where: $where, orderBy: $orderBy, after: $after) { totalCount sum { hectares } nodes { code ${some(farms, at)} } ${page} } }`,
  (at: number) =>
    `query Investments${at}($kind: InvestmentKind!, $after: String) { investments(after: $after, where: { kind: { equals: $kind } }) { totalCount sum { amount { amount currency } } nodes { code ${some(investments, at)} } ${page} } }`,
  (at: number) =>
    `query Regions${at} { regions { nodes { ubigeo name families { totalCount } farms { totalCount sum { hectares } nodes { code ${some(farms, at)} } } } } }`,
];

/** Documents that differ from each other, in turn of five kinds. */
export function documents(count: number): { name: string; text: string }[] {
  return Array.from({ length: count }, (_, at) => {
    const text = views[at % views.length]?.(at) ?? "";
    return { name: /query (\w+)/.exec(text)?.[1] ?? "", text };
  });
}

/** At least half of the parts, others for each number. */
function some(parts: string[], at: number): string {
  const choices = Array.from({ length: 2 ** parts.length }, (_, choice) =>
    parts.filter((_part, index) => choice & (1 << index)),
  ).filter(({ length }) => length >= parts.length / 2);
  const from = Math.floor(at / views.length);
  return choices[(from * Math.max(1, Math.floor(choices.length / 10))) % choices.length]?.join(" ") ?? "";
}
