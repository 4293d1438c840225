import {
  type CivilDate,
  type CivilDateInput,
  createClient,
  createQueryClient,
  type Decimal,
  type DecimalInput,
  type FamilyDetailsDocument,
  graphql,
  parseScalars,
  type ReadyOperations,
  type ResultOf,
  readFragment,
} from "@chacra/sdk";
import Big from "big.js";
import { expectTypeOf } from "expect-type";
import { Temporal } from "temporal-polyfill";

// A program of its own, for what it declares holds everywhere in it. Checked by compilers, never run.
declare global {
  namespace ChacraSDK {
    interface Scalars {
      Decimal: Big;
      Date: Temporal.PlainDate;
    }
  }
}

const url = "http://127.0.0.1:4000/graphql";
const scalars = parseScalars({ Decimal: (text) => new Big(text), Date: (text) => Temporal.PlainDate.from(text) });
const chacra = createClient({ url, scalars });

// @ts-expect-error what is declared has to be parsed
createClient({ url });
// @ts-expect-error so too by a bare client
createQueryClient({ url, scalars: undefined });
// @ts-expect-error a parser is missing
parseScalars({ Decimal: (text) => new Big(text) });
// @ts-expect-error a parser makes what is declared
parseScalars({ Decimal: Number, Date: (text) => Temporal.PlainDate.from(text) });

expectTypeOf<Decimal>().toEqualTypeOf<Big>();
expectTypeOf<CivilDate>().toEqualTypeOf<Temporal.PlainDate>();
const decimals: DecimalInput[] = [new Big("0.1"), "0.1"];
const days: CivilDateInput[] = [Temporal.PlainDate.from("2020-03-31"), "2020-03-31"];
// @ts-expect-error a number is not exact
const number: DecimalInput = 0.1;
// @ts-expect-error a moment is no day
const moment: CivilDateInput = new Date();

// Ready operations, by method and as documents.
type Family = NonNullable<Awaited<ReturnType<ReadyOperations["familyDetails"]>>["family"]>;
expectTypeOf<Family["enrolledOn"]>().toEqualTypeOf<Temporal.PlainDate>();
expectTypeOf<Family["incomes"][number]["netIncome"]["amount"]>().toEqualTypeOf<Big>();
expectTypeOf<ResultOf<typeof FamilyDetailsDocument>["family"]>().toEqualTypeOf<Family | null>();

// One's own, with a masked fragment.
const Part = graphql("fragment Part on Investment { committedOn amount { amount } }");
const Own = graphql(
  `query Own($where: InvestmentWhere, $from: Date, $after: String) {
    investments(where: $where, after: $after) {
      nodes { disbursements { disbursedOn } ...Part }
      pageInfo { hasNextPage endCursor }
    }
    factSheet(from: $from) { from }
    marketEvents { nodes { endsOn } }
  }`,
  [Part],
);
export async function ask() {
  const { investments, factSheet, marketEvents } = await chacra.query(Own, {
    where: { amount: { gte: new Big(1000), lt: "2000" }, committedOn: { gte: Temporal.PlainDate.from("2020-03-31") } },
    from: Temporal.PlainDate.from("2020-03-31"),
  });
  expectTypeOf(factSheet.from).toEqualTypeOf<Temporal.PlainDate>();
  expectTypeOf(marketEvents.nodes[0]?.endsOn).toEqualTypeOf<Temporal.PlainDate | null | undefined>();
  for (const node of investments.nodes) {
    expectTypeOf(node.disbursements[0]?.disbursedOn).toEqualTypeOf<Temporal.PlainDate | undefined>();
    expectTypeOf(readFragment(Part, node).amount.amount).toEqualTypeOf<Big>();
  }
  for await (const node of chacra.pages(Own, {}, "investments")) {
    expectTypeOf(readFragment(Part, node).committedOn).toEqualTypeOf<Temporal.PlainDate>();
  }
  // @ts-expect-error a parsed day is no text
  const text: string = factSheet.from;
  return [text, decimals, days, number, moment];
}
