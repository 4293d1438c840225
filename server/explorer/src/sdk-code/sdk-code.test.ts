import { expect, test } from "vitest";
import { sdkCode } from "./sdk-code.ts";

const url = "http://127.0.0.1:4000/graphql";

test("the operation that is meant becomes a program, with its fragments and the variables that it takes", () => {
  const query = `
    query other { viewer { role } }
    fragment F on Region { name }
    query region($ubigeo: String!) { region(ubigeo: $ubigeo) { ...F } }`;
  expect(
    sdkCode({ url, query, operationName: "region", variables: { ubigeo: "22", spare: 1 } }),
  ).toBe(`import { createClient, graphql } from "@chacra/sdk";

const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });

const Region = graphql(\`
  query region($ubigeo: String!) {
    region(ubigeo: $ubigeo) {
      ...F
    }
  }

  fragment F on Region {
    name
  }
\`);

const data = await chacra.query(Region, {
  "ubigeo": "22"
});
console.log(data);
`);
});

test("a text that would end the literal is escaped, and an operation without a name gets one", () => {
  const awkward = ["`", "$", "{x}"].join("");
  const code = sdkCode({ url, query: `{ regions(where: { name: { contains: "${awkward}\\\\" } }) { totalCount } }` });
  expect(code).toContain(`contains: "\\\`\\${awkward.slice(1)}\\\\\\\\"`);
  expect(code).toContain("const Question = graphql(");
});

test("what is no operation, or not clearly one, is refused", () => {
  expect(() => sdkCode({ url, query: "{ regions" })).toThrow("Syntax Error");
  expect(() => sdkCode({ url, query: "query A { a } query B { b }" })).toThrow("not clear");
});
