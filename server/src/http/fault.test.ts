import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type FaultReport, reportFault } from "./fault.ts";

describe("a fault in the log", () => {
  test("has its message, code and the way to it", () => {
    const report = reportFault(Object.assign(new TypeError("no hectares"), { code: "NO_HECTARES" }));
    expect(report).toMatchObject({ type: "TypeError", code: "NO_HECTARES", message: "no hectares" });
    expect(report.stack).toMatch(/^at .*fault\.test\.ts/);
  });

  test.each([
    ["a parser", () => JSON.parse("dni 70123456")],
    ["a library", () => z.string("dni 70123456").parse(1)],
    ["Node", () => new URL("dni 70123456")],
  ])("does not repeat a message of %s, for it may quote values", (_, fail) => {
    let report: FaultReport | undefined;
    try {
      fail();
    } catch (cause) {
      report = reportFault(new Error("ours", { cause }));
    }
    expect(report).toMatchObject({ message: "ours", cause: { stack: expect.stringContaining("fault.test.ts") } });
    expect(JSON.stringify(report)).not.toContain("70123456");
  });

  test("may be anything that was thrown, and its causes may run in a circle", () => {
    expect(reportFault("no 70123456")).toEqual({ type: "string" });
    const circular = new Error("round");
    circular.cause = circular;
    expect(JSON.stringify(reportFault(circular)).match(/round/g)).toHaveLength(5);
  });
});
