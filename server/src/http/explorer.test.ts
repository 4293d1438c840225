import { schema } from "@chacra/schema";
import { getOperationAST, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { preparedQuestions } from "./graphiql.ts";

const questions = preparedQuestions();

describe("the questions that GraphiQL opens with", () => {
  test("are one for each kind of entity and the deep one first, under a name of their own for the tab", () => {
    expect(questions.map(({ query }) => getOperationAST(parse(query))?.name?.value)).toEqual([
      "FromRegionToFarm",
      "Regions",
      "Provinces",
      "LocalGovernments",
      "Zones",
      "Localities",
      "Families",
      "Farms",
      "Trainings",
      "Investments",
      "Organizations",
      "Enterprises",
      "Activities",
      "MarketEvents",
    ]);
  });

  test.each(questions)("$file fits the schema and begins with the question in English and Spanish", ({ query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(query).toMatch(/^(# [^¿]+\n)+(# .*¿.*\n)(# .*\n)*query /);
  });
});
