import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createCursorSeal } from "./cursor.ts";

const seal = createCursorSeal(randomBytes(32));

describe("a cursor", () => {
  test("opens to the place that it was made from", () => {
    const place = ["Ñuñoa", 12, null, "2020-01-01T00:00:00.000Z", true];
    expect(seal.open("Farm code asc", seal.seal("Farm code asc", place))).toEqual(place);
  });

  test("is the same text for the same place, and another for another place", () => {
    expect(seal.seal("a", [1])).toBe(seal.seal("a", [1]));
    expect(seal.seal("a", [1])).not.toBe(seal.seal("a", [2]));
  });

  test("tells nothing of its place", () => {
    const text = Buffer.from(seal.seal("Family code asc", ["FAM-0000042", 42]), "base64url").toString("latin1");
    expect(text).not.toContain("FAM-0000042");
  });

  test.each([
    ["another order", (text: string) => seal.open("Farm hectares asc", text)],
    ["another database", (text: string) => createCursorSeal(randomBytes(32)).open("Farm code asc", text)],
    [
      "a change",
      (text: string) => seal.open("Farm code asc", `${text.slice(0, -2)}${text.endsWith("AA") ? "BB" : "AA"}`),
    ],
    ["nothing", () => seal.open("Farm code asc", "")],
    ["no cursor at all", () => seal.open("Farm code asc", "R1BDOlM6NDI")],
  ])("does not open under %s", (_why, open) => {
    expect(open(seal.seal("Farm code asc", ["F-1", 1]))).toBeUndefined();
  });
});
