import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { Client, cacheExchange, fetchExchange, mapExchange } from "@urql/core";
import Big from "big.js";
import { Decimal } from "decimal.js";
import type { DocumentNode } from "graphql";
import { Temporal } from "temporal-polyfill";
import { afterAll, expect, test } from "vitest";
import { createQueryClient, graphql, parseScalars } from "../index.ts";

/** What the server at hand was asked last, and answers. */
let asked: { query: string; variables: Record<string, unknown> };
let answer: unknown;
let requests = 0;
const graph = createServer(async (request, response) => {
  requests++;
  asked = JSON.parse(Buffer.concat(await request.toArray()).toString());
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
}).listen(0, "127.0.0.1");
await once(graph, "listening");
const url = `http://127.0.0.1:${(graph.address() as AddressInfo).port}/graphql`;
afterAll(() => graph.close());

/** Parsers as a program that declares its scalars gives them; this one declares none, and its types know of none. */
function scalars(parsers: Record<"Decimal" | "Date", (text: string) => unknown>) {
  return parseScalars(parsers);
}
const libraries = scalars({
  Decimal: (text) => new Big(text),
  Date: (text) => Temporal.PlainDate.from(text),
});

async function ask(document: DocumentNode, variables: object = {}, parsing = libraries): Promise<unknown> {
  return createQueryClient({ url, scalars: parsing }).query(document, variables);
}

test("decimals and days are parsed under aliases, in lists, in unions and in masked fragments", async () => {
  const Part = graphql("fragment Part on Investment { committedOn amount { paid: amount currency } }");
  const document = graphql(
    `query Own {
      investments {
        sum { amount { amount } }
        nodes { ...Part on: committedOn disbursements { disbursedOn amount { amount } }
          recipient { ... on Enterprise { investments { nodes { code when: committedOn } } } ... on Family { enrolledOn } } }
      }
      indicators { nodes { code targetValue } }
    }`,
    [Part],
  );
  answer = {
    data: {
      investments: {
        sum: { amount: [{ amount: "9007199254740993.01" }] },
        nodes: [
          {
            committedOn: "2020-03-31",
            on: "2020-03-31",
            amount: { paid: "0.1", currency: "PEN" },
            disbursements: [{ disbursedOn: "2020-04-01", amount: { amount: "1e-7" } }],
            recipient: { enrolledOn: "2019-12-31" },
          },
          {
            committedOn: null,
            on: null,
            amount: null,
            disbursements: [],
            recipient: { investments: { nodes: [{ code: "I", when: "2000-02-29" }] } },
          },
        ],
      },
      indicators: { nodes: [{ code: "7", targetValue: null }] },
    },
  };
  const day = (text: string) => Temporal.PlainDate.from(text);
  const data = (await ask(document)) as Record<string, Record<string, unknown>>;
  expect(data).toEqual({
    investments: {
      sum: { amount: [{ amount: new Big("9007199254740993.01") }] },
      nodes: [
        {
          committedOn: day("2020-03-31"),
          on: day("2020-03-31"),
          amount: { paid: new Big("0.1"), currency: "PEN" },
          disbursements: [{ disbursedOn: day("2020-04-01"), amount: { amount: new Big("0.0000001") } }],
          recipient: { enrolledOn: day("2019-12-31") },
        },
        {
          committedOn: null,
          on: null,
          amount: null,
          disbursements: [],
          recipient: { investments: { nodes: [{ code: "I", when: day("2000-02-29") }] } },
        },
      ],
    },
    indicators: { nodes: [{ code: "7", targetValue: null }] },
  });
  // The polyfill's days look alike to toEqual when they are not.
  expect(JSON.parse(JSON.stringify(data))).toMatchObject({
    investments: { nodes: [{ on: "2020-03-31" }, { recipient: { investments: { nodes: [{ when: "2000-02-29" }] } } }] },
  });
  expect(Object(data.investments).sum.amount[0].amount.plus("0.01").toFixed()).toBe("9007199254740993.02");
});

test("a number that has a decimal's name elsewhere stays a number", async () => {
  answer = { data: { harvestAnalysis: { rows: [{ kg: { sum: 1.5 }, value: { sum: "1.50" } }] } } };
  const document = graphql("query Own { harvestAnalysis { rows { kg { sum } value { sum } } } }");
  expect(await ask(document)).toEqual({
    harvestAnalysis: { rows: [{ kg: { sum: 1.5 }, value: { sum: new Big("1.5") } }] },
  });
});

test.each([
  ["big.js", (text: string) => new Big(text)],
  ["decimal.js", (text: string) => new Decimal(text)],
])("variables take values of %s, in digits and without an exponent, and of Temporal", async (_, decimal) => {
  answer = { data: { investments: { totalCount: 0 } } };
  const document = graphql(
    "query Own($where: InvestmentWhere) { investments(where: $where) { totalCount } }",
  ) as DocumentNode;
  const where = {
    amount: { gte: decimal("1e-7"), lt: decimal("1e+21"), in: [decimal("92132183.10")] },
    committedOn: { gte: Temporal.PlainDate.from("2020-03-31") },
    code: { equals: "1e3" },
  };
  await ask(document, { where });
  expect(asked.variables).toEqual({
    where: {
      amount: { gte: "0.0000001", lt: "1000000000000000000000", in: ["92132183.1"] },
      committedOn: { gte: "2020-03-31" },
      code: { equals: "1e3" },
    },
  });
  expect(where.amount.gte).toEqual(decimal("1e-7"));
});

test("a parser that throws makes the query throw, with the code SCALAR and without the value", async () => {
  answer = { data: { family: { enrolledOn: "2020-03-31" } } };
  const failing = scalars({
    Decimal: String,
    // biome-ignore lint/correctness/noComponentHookFactories: Date is a scalar here, and no component
    Date: () => {
      throw new RangeError("no");
    },
  });
  const asking = ask(graphql('query Own { family(code: "F") { enrolledOn } }'), {}, failing);
  await expect(asking).rejects.toMatchObject({
    code: "SCALAR",
    message: expect.not.stringContaining("2020"),
    cause: { message: "no" },
  });
});

test("a cache behind keeps texts, and what it gives is parsed each time", async () => {
  answer = { data: { source: { __typename: "Source", retrievedOn: "2020-03-31" } } };
  const kept: unknown[] = [];
  const client = new Client({
    url,
    exchanges: [libraries, mapExchange({ onResult: ({ data }) => void kept.push(data) }), cacheExchange, fetchExchange],
    preferGetMethod: false,
  });
  const document = graphql('query Own { source(code: "S") { retrievedOn } }') as DocumentNode;
  const before = requests;
  for (const _ of [1, 2]) {
    const { data } = await client.query(document, {}).toPromise();
    expect(String(data.source.retrievedOn)).toBe("2020-03-31");
    expect(data.source.retrievedOn).toBeInstanceOf(Temporal.PlainDate);
  }
  expect(requests).toBe(before + 1);
  expect(kept).toMatchObject([1, 2].map(() => ({ source: { retrievedOn: "2020-03-31" } })));
});

test.each(["America/Lima", "Pacific/Kiritimati", "Pacific/Pago_Pago"])("days do not drift in %s", (zone) => {
  const program = `
    import { Temporal } from "temporal-polyfill";
    import { createQueryClient, graphql, parseScalars } from "./index.ts";
    const days = ["2020-03-31", "1970-01-01", "2024-02-29", "2011-12-30"];
    let sent;
    const fetch = async (_, { body }) => {
      sent = JSON.parse(body).variables.days;
      return Response.json({ data: { marketEvents: { nodes: days.map((startsOn) => ({ startsOn })) } } });
    };
    const scalars = parseScalars({ Date: (text) => Temporal.PlainDate.from(text) });
    const chacra = createQueryClient({ url: "http://127.0.0.1/graphql", fetch, scalars });
    const document = graphql("query Own($days: [Date!]) { marketEvents(where: { startsOn: { in: $days } }) { nodes { startsOn } } }");
    const given = days.map((day) => Temporal.PlainDate.from(day));
    const { marketEvents } = await chacra.query(document, { days: given });
    const got = marketEvents.nodes.map(({ startsOn }) => [startsOn.year, startsOn.month, startsOn.day].join("-"));
    console.log(JSON.stringify({ sent, got, offset: new Date(0).getTimezoneOffset() }));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { ...process.env, TZ: zone },
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  const { sent, got, offset } = JSON.parse(stdout);
  expect(sent).toEqual(["2020-03-31", "1970-01-01", "2024-02-29", "2011-12-30"]);
  expect(got).toEqual(["2020-3-31", "1970-1-1", "2024-2-29", "2011-12-30"]);
  expect(offset).not.toBe(0);
});
