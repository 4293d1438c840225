import { defaultLimits, schema } from "@chacra/schema";
import { expect, test } from "vitest";
import { KnownDocuments } from "./known-documents.ts";

test("a request with wrong variables, or of no operation, takes nothing from those that are right", () => {
  const documents = new KnownDocuments(schema, defaultLimits);
  const known = documents.read("query Q($crop: Crop) { plots(where: { crop: { equals: $crop } }) { totalCount } }");
  expect(known?.cost(undefined, { crop: "NONE" })).toBeUndefined();
  expect(known?.cost("Other", {})).toBeUndefined();
  expect(known?.cost(undefined, { crop: "CACAO" })).toMatchObject({ cost: expect.any(Number) });
});

test("a wrong document is read once", () => {
  const documents = new KnownDocuments(schema, defaultLimits);
  for (const text of ["{ nothing }", "{", "{ nothing }"]) expect(documents.read(text)).toBeUndefined();
  expect(documents.kept).toEqual({ documents: 0, wrong: 2, characters: 12 });
});
