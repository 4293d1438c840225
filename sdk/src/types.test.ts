import { expectTypeOf, test } from "vitest";
import * as sdk from "./index.ts";
import {
  type CivilDate,
  type ConsentScope,
  type ConsentStatus,
  type Crop,
  createClient,
  type Decimal,
  FarmsByCropDocument,
  graphql,
  type InvestmentKind,
  InvestmentsByRecipientDocument,
  type Pages,
  type QueryOptions,
  type ReadyOperations,
  RegionsOverviewDocument,
  type ResultOf,
  readFragment,
  type UnknownMember,
  type UnknownValue,
  type VariablesOf,
} from "./index.ts";

// Checked by the compiler; nothing is sent.
const never = false as boolean;
const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });

test("a ready document types its variables and its result", async () => {
  if (!never) return;
  const { farms, plots } = await chacra.query(FarmsByCropDocument, { crop: "COFFEE" });
  expectTypeOf(farms.nodes?.[0]?.hectares).toEqualTypeOf<number | undefined>();
  expectTypeOf(plots.sum?.hectares).toEqualTypeOf<number | undefined>();
  expectTypeOf(plots.totalCount).toEqualTypeOf<number | null>();
  expectTypeOf(farms.pageInfo.endCursor).toEqualTypeOf<string | null>();
  await chacra.query(RegionsOverviewDocument);
  // @ts-expect-error the crop is required
  await chacra.query(FarmsByCropDocument);
  // @ts-expect-error there is no such crop
  await chacra.query(FarmsByCropDocument, { crop: "TEA" });
});

test("a value that is new is an arm of results, and none of variables", async () => {
  expectTypeOf<Crop>().toEqualTypeOf<"BANANA" | "CACAO" | "COFFEE" | "OTHER" | "TIMBER">();
  expectTypeOf<VariablesOf<typeof FarmsByCropDocument>["crop"]>().toEqualTypeOf<Crop>();
  const own = graphql("query Own($crop: Crop!, $where: PlotWhere) { plots(where: $where) { nodes { crop } } }");
  expectTypeOf<VariablesOf<typeof own>["crop"]>().toEqualTypeOf<Crop>();
  type Value = ResultOf<typeof own>["plots"]["nodes"] extends (infer Plot)[] | null ? Plot : never;
  expectTypeOf<Value>().toEqualTypeOf<{ crop: Crop | UnknownValue }>();

  // @ts-expect-error what is new has no name
  const exhaustive = (kind: "GIVEN" | "WITHDRAWN" | UnknownValue): string => {
    switch (kind) {
      case "GIVEN":
        return "yes";
      case "WITHDRAWN":
        return "no";
    }
  };
  const open = (kind: "GIVEN" | "WITHDRAWN" | UnknownValue): string => {
    switch (kind) {
      case "GIVEN":
        return "yes";
      case "WITHDRAWN":
        return "no";
      default:
        expectTypeOf(kind).toEqualTypeOf<UnknownValue>();
        return kind;
    }
  };
  const status = {} as ConsentStatus | UnknownValue;
  // @ts-expect-error a table of the known values lacks the new ones
  const label = () => ({ GIVEN: "yes", WITHDRAWN: "no" })[status];
  if (!never) return [exhaustive, open, label];
  const { plots } = await chacra.query(own, { crop: "COFFEE", where: { crop: { equals: "CACAO" } } });
  const crop = plots.nodes?.[0]?.crop ?? "OTHER";
  // @ts-expect-error the graph may refuse what is new
  await chacra.query(own, { crop });
  // @ts-expect-error nested too
  await chacra.query(own, { crop: "COFFEE", where: { crop: { equals: crop } } });
  return [];
});

test("a type that is new is an arm of unions and interfaces", async () => {
  const Recipients = graphql(
    "query Recipients { investments { nodes { recipient { __typename ... on Family { code } ... on Enterprise { name } } } } }",
  );
  type Recipient = ResultOf<typeof Recipients>["investments"]["nodes"][number]["recipient"];
  expectTypeOf<Recipient["__typename"]>().toEqualTypeOf<
    "Enterprise" | "Family" | "LocalGovernment" | "Locality" | UnknownMember
  >();
  type Ready = ResultOf<typeof InvestmentsByRecipientDocument>["investments"]["nodes"][number]["recipient"];
  expectTypeOf<Ready["__typename"]>().toEqualTypeOf<Recipient["__typename"]>();
  expectTypeOf<Extract<Recipient, { __typename: "Family" }>>().toEqualTypeOf<{ __typename: "Family"; code: string }>();
  // @ts-expect-error what is new has no name
  const exhaustive = (recipient: Recipient): string => {
    switch (recipient.__typename) {
      case "Family":
        return recipient.code;
      case "Enterprise":
        return recipient.name;
      case "LocalGovernment":
      case "Locality":
        return "";
    }
  };
  const open = (recipient: Ready): string => {
    switch (recipient.__typename) {
      case "Family":
        return recipient.code;
      case "Enterprise":
      case "LocalGovernment":
      case "Locality":
        return recipient.name;
      default:
        expectTypeOf(recipient).toEqualTypeOf<{ __typename: UnknownMember }>();
        return recipient.__typename;
    }
  };
  const Thing = graphql("query Thing($id: ID!) { node(id: $id) { __typename id ... on Region { name } } }");
  type Node = NonNullable<ResultOf<typeof Thing>["node"]>;
  expectTypeOf<Extract<Node, { __typename: UnknownMember }>>().toEqualTypeOf<{
    __typename: UnknownMember;
    id: string;
  }>();
  expectTypeOf<Extract<Node, { __typename: "Region" }>["name"]>().toEqualTypeOf<string>();
  return [exhaustive, open];
});

test("variables are required, optional, lists and inputs as the document says", () => {
  const document = graphql(`
    query Many($ubigeos: [String!]!, $first: Int! = 5, $after: String, $where: FamilyWhere, $orderBy: [FamilyOrderBy!]) {
      regions(where: { ubigeo: { in: $ubigeos } }) { totalCount }
      families(first: $first, after: $after, where: $where, orderBy: $orderBy) { nodes { id } }
    }
  `);
  type Variables = VariablesOf<typeof document>;
  expectTypeOf<Variables["ubigeos"]>().toEqualTypeOf<string[]>();
  expectTypeOf<Variables>().toExtend<{ first?: number | undefined; after?: string | null | undefined }>();
  if (!never) return;
  void chacra.query(document, { ubigeos: ["22"] });
  void chacra.query(document, {
    ubigeos: ["22"],
    orderBy: [{ enrolledOn: "ASC" }],
    where: { enrolledOn: { gte: "2020-01-01" } },
  });
  // @ts-expect-error null is no list
  void chacra.query(document, { ubigeos: null });
  // @ts-expect-error a text is no list
  void chacra.query(document, { ubigeos: "22" });
  // @ts-expect-error there is no such order
  void chacra.query(document, { ubigeos: [], orderBy: [{ enrolledOn: "UP" }] });
  // @ts-expect-error there is no such field to order by
  void chacra.query(document, { ubigeos: [], orderBy: [{ colour: "ASC" }] });
  // @ts-expect-error a day is a text
  void chacra.query(document, { ubigeos: [], where: { enrolledOn: { gte: new Date() } } });
});

test("decimals and days are texts of their kinds", () => {
  expectTypeOf<Decimal>().toExtend<string>();
  expectTypeOf<CivilDate>().toExtend<string>();
  const amount: Decimal = "1234.50";
  // @ts-expect-error an amount is no day
  const day: CivilDate = amount;
  // @ts-expect-error a number is not exact
  const number: Decimal = 1234.5;
  return [day, number];
});

test("a union is told apart by its __typename", async () => {
  if (!never) return;
  const { investments } = await chacra.query(InvestmentsByRecipientDocument, { kind: "FAMILY_FINANCING" });
  const recipient = investments.nodes[0]?.recipient;
  if (recipient?.__typename === "Locality") expectTypeOf(recipient.name).toEqualTypeOf<string>();
  // @ts-expect-error a family has no name
  if (recipient?.__typename === "Family") recipient.name;
});

const FarmParts = graphql("fragment FarmParts on Farm @_unmask { code hectares }");

test("one's own document is typed by its text, however deep", async () => {
  if (!never) return;
  const document = graphql(
    `query Deep($ubigeo: String!, $first: Int) {
      region(ubigeo: $ubigeo) {
        name
        families(first: $first) {
          nodes { enrolledOn incomes { netIncome { amount } } farms { nodes { ...FarmParts } } investments { nodes { kind recipient { __typename ... on Enterprise { name } } } } }
        }
      }
    }`,
    [FarmParts],
  );
  const { region } = await chacra.query(document, { ubigeo: "22" });
  const family = region?.families.nodes?.[0];
  expectTypeOf(region?.name).toEqualTypeOf<string | undefined>();
  expectTypeOf(family?.enrolledOn).toEqualTypeOf<CivilDate | undefined>();
  expectTypeOf(family?.incomes[0]?.netIncome.amount).toEqualTypeOf<Decimal | undefined>();
  expectTypeOf(family?.farms.nodes?.[0]?.hectares).toEqualTypeOf<number | undefined>();
  expectTypeOf(family?.investments.nodes[0]?.kind).toEqualTypeOf<InvestmentKind | UnknownValue | undefined>();
  // @ts-expect-error the variable is required
  await chacra.query(document, {});
  // @ts-expect-error the variable is a text
  await chacra.query(document, { ubigeo: 22 });
});

test("a fragment is masked until it is read", () => {
  if (!never) return;
  const Masked = graphql("fragment Masked on Region { name capital }");
  const document = graphql("query Masks { regions { nodes { ...Masked } } }", [Masked]);
  void chacra.query(document).then(({ regions }) => {
    for (const region of regions.nodes) {
      // @ts-expect-error the fragment's fields are its own
      region.name;
      expectTypeOf(readFragment(Masked, region).capital).toEqualTypeOf<string>();
    }
  });
});

test("a field that the graph does not have is unknown, of no use without a check", async () => {
  if (!never) return;
  const document = graphql("query Wrong { regions { nodes { colour } } }");
  const { regions } = await chacra.query(document);
  expectTypeOf(regions.nodes[0]?.colour).toBeUnknown();
  // @ts-expect-error what is unknown is no text
  const colour: string = regions.nodes[0]?.colour;
  return colour;
});

test("each method takes and gives what its document does", () => {
  type Document<Name extends string> = Name extends keyof typeof sdk ? (typeof sdk)[Name] : never;
  type Methods = {
    [Method in keyof ReadyOperations]: (
      variables: VariablesOf<Document<`${Capitalize<Method>}Document`>>,
      options?: QueryOptions,
    ) => Promise<ResultOf<Document<`${Capitalize<Method>}Document`>>>;
  };
  expectTypeOf<Required<Parameters<ReadyOperations["marketEvents"]>>>().toEqualTypeOf<
    Required<Parameters<Methods["marketEvents"]>>
  >();
  expectTypeOf<ReadyOperations>().toExtend<Methods>();
  if (!never) return;
  // @ts-expect-error the ubigeo is required
  void chacra.regionOverview();
  void chacra.regionsOverview();
  void chacra.marketEvents({}, { signal: AbortSignal.timeout(1) });
  // @ts-expect-error a bare client has no methods
  void sdk.createQueryClient({ url: "http://127.0.0.1:4000/graphql" }).regionsOverview;
});

test("scalars are what they are in JSON, and null is where the graph says so", async () => {
  if (!never) return;
  const { family } = await chacra.familyDetails({ code: "FAM-0000001" });
  expectTypeOf<NonNullable<typeof family>["enrolledOn"]>().toEqualTypeOf<CivilDate>();
  expectTypeOf<NonNullable<typeof family>["consent"]>().toEqualTypeOf<{
    status: ConsentStatus | UnknownValue;
    scope: ConsentScope | UnknownValue;
    date: CivilDate;
  }>();
  type Farm = NonNullable<NonNullable<typeof family>["farms"]["nodes"]>[number];
  expectTypeOf<Farm["coordinates"]>().toEqualTypeOf<{ latitude: number; longitude: number } | null>();
  const own = graphql(
    "query Own { farms { nodes { coordinates { latitude longitude } } } investments { sum { amount { amount } } } }",
  );
  type Own = ResultOf<typeof own>;
  expectTypeOf<NonNullable<Own["farms"]["nodes"]>[number]["coordinates"]>().toEqualTypeOf<Farm["coordinates"]>();
  expectTypeOf<NonNullable<Own["investments"]["sum"]>["amount"][number]["amount"]>().toEqualTypeOf<Decimal>();
});

test("pages are typed by the document and the path in it", () => {
  if (!never) return;
  const document = graphql(`
    query Walk($ubigeo: String!, $after: String) {
      region(ubigeo: $ubigeo) {
        name
        families(after: $after) {
          nodes { id __typename code farms { nodes { hectares } pageInfo { hasNextPage endCursor } } investments { nodes { kind } } }
          pageInfo { hasNextPage endCursor }
        }
      }
      trainings { edges { cursor node { id __typename participants { edges { node { code } } pageInfo { hasNextPage endCursor } } } } pageInfo { hasNextPage endCursor } }
    }
  `);
  type Farms = Pages<{ hectares: number }>;
  const variables = { ubigeo: "22" };
  expectTypeOf(chacra.pages(document, variables, "region.families.nodes.farms")).toEqualTypeOf<Farms>();
  const families = chacra.pages(document, variables, "region.families");
  expectTypeOf(families).toExtend<Pages<{ code: string; farms: { nodes: { hectares: number }[] | null } }>>();
  const participants = chacra.pages(document, variables, "trainings.edges.node.participants");
  expectTypeOf(participants).toEqualTypeOf<Pages<{ node: { code: string } }>>();
  const trainings = chacra.pages(document, variables, "trainings");
  expectTypeOf(trainings).toExtend<Pages<{ cursor: string }>>();
  // A ready document, typed by other means.
  expectTypeOf(chacra.pages(FarmsByCropDocument, { crop: "COFFEE" }, "farms")).toExtend<Pages<{ hectares: number }>>();
  // @ts-expect-error the region has no such connection
  chacra.pages(document, variables, "region.farms");
  // @ts-expect-error its pageInfo is not selected
  chacra.pages(document, variables, "region.families.nodes.investments");
  // @ts-expect-error a region is no connection
  chacra.pages(document, variables, "region");
  // @ts-expect-error the path leads through nodes
  chacra.pages(document, variables, "region.families.farms");
  // @ts-expect-error the variable is required
  chacra.pages(document, {}, "region.families");
});
