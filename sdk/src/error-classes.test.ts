import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorOf } from "./error-classes.ts";
import { ChacraError, CostError, ForbiddenError, InvalidInputError } from "./errors.ts";

/** The codes in the table of the server's page on errors. */
function serverCodes(): string[] {
  const page = readFileSync(new URL("../../server/README.md", import.meta.url), "utf8");
  const [, table = ""] = /\n## Errors\n(.*?)\n## /s.exec(page) ?? [];
  return [...table.matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm)].flatMap(([, codes = ""]) =>
    codes.split(", ").map((code) => code.replaceAll("`", "")),
  );
}

test("every code of the server's has a class of its own kind", () => {
  const codes = serverCodes();
  expect(codes.length).toBeGreaterThan(35);
  const classes = Object.groupBy(codes, (code) => errorOf(code, "").name);
  expect(classes).toMatchInlineSnapshot(`
    {
      "AuthenticationError": [
        "UNAUTHENTICATED",
        "ISSUER_UNAVAILABLE",
        "CREDENTIAL_IN_URL",
      ],
      "CostError": [
        "PAGE_TOO_LARGE",
        "COST_TOO_LARGE",
        "DEPTH_TOO_LARGE",
        "LISTS_TOO_NESTED",
        "INTROSPECTION_TOO_DEEP",
        "TOO_MANY_ALIASES",
        "TOO_MANY_DIRECTIVES",
        "TOO_MANY_FIELDS",
        "TOO_MANY_REPEATED_FIELDS",
        "TOO_MANY_TOKENS",
        "TOO_MANY_ROWS",
        "BATCH_TOO_LARGE",
      ],
      "ForbiddenError": [
        "FORBIDDEN",
        "UNTRUSTED_DOCUMENT",
      ],
      "InvalidInputError": [
        "BAD_REQUEST",
        "GRAPHQL_PARSE_FAILED",
        "GRAPHQL_VALIDATION_FAILED",
        "OPERATION_RESOLUTION_FAILURE",
        "BAD_VARIABLE",
        "BAD_ARGUMENT",
        "BAD_ID",
        "BAD_PAGE",
        "BAD_CURSOR",
        "BAD_PURPOSE",
        "BAD_FORMAT",
        "NOT_A_TABLE",
        "NO_COORDINATES",
        "DOCUMENT_NOT_FOUND",
        "METHOD_NOT_ALLOWED",
        "BODY_TOO_LARGE",
        "UNSUPPORTED_MEDIA_TYPE",
      ],
      "NotFoundError": [
        "NOT_FOUND",
      ],
      "RateLimitedError": [
        "RATE_LIMITED",
        "TOO_MANY_AT_ONCE",
      ],
      "ServerError": [
        "NOT_BUILT",
        "INTERNAL",
      ],
      "TimeoutError": [
        "TIMEOUT",
      ],
    }
  `);
});

test("a code that is new has the base class, and is known by it", () => {
  const error = errorOf("BRAND_NEW", "new");
  expect([error.constructor, error.name, error.code]).toEqual([ChacraError, "ChacraError", "BRAND_NEW"]);
});

test("an error tells what its kind is about", () => {
  const fault = { message: "x", path: [] };
  const cost = errorOf("COST_TOO_LARGE", "x", {
    faults: [{ ...fault, code: "COST_TOO_LARGE", limit: 5, requested: 9 }],
  });
  expect(cost).toBeInstanceOf(ChacraError);
  expect(cost).toBeInstanceOf(CostError);
  expect(cost).toMatchObject({ limit: 5, requested: 9 });
  const refused = errorOf("FORBIDDEN", "x", { faults: [{ ...fault, code: "FORBIDDEN", needed: ["steward"] }] });
  expect(refused instanceof ForbiddenError && refused.needed).toEqual(["steward"]);
  const wrong = errorOf("BAD_ARGUMENT", "x", { faults: [{ ...fault, code: "BAD_ARGUMENT", argument: "first" }] });
  expect(wrong instanceof InvalidInputError && wrong.argument).toBe("first");
});
