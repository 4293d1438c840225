import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Table } from "./table.ts";
import { harmless, writeCsv } from "./write-csv.ts";

const column = (name: string) => ({ name, path: [name], type: "String", description: "" });
const table: Table = {
  path: [],
  name: "rows",
  rowPath: [],
  columns: [column("a"), column("b")],
  nested: new Set(),
};

async function csv(pages: unknown[][], isForSpreadsheet = false): Promise<string> {
  async function* rows() {
    yield* pages;
  }
  let text = "";
  for await (const part of writeCsv(table, rows(), isForSpreadsheet)) text += part;
  return text;
}

describe("CSV", () => {
  test("is read back as it was, whatever the cells hold", async () => {
    const cell = fc.string({ unit: "grapheme" });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.record({ a: cell, b: cell }))), async (pages) => {
        const records = parse(await csv(pages), { columns: true, record_delimiter: "\r\n" });
        expect(records).toEqual(pages.flat().map(({ a, b }) => ({ a: harmless(a), b: harmless(b) })));
      }),
    );
  });

  test("has its header even without rows, and a byte order mark for spreadsheets alone", async () => {
    expect(await csv([])).toBe("a,b\r\n");
    expect(await csv([], true)).toBe("\uFEFFa,b\r\n");
  });

  test.each(["=1+1", "+HYPERLINK()", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "=cmd|'/c calc'!A0"])(
    "does not let a spreadsheet take %j for a formula",
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
    },
  );

  test.each(["-1.5", "+7", "San Martín", "2020-01-01", ""])("leaves %j as it is", (text) => {
    expect(harmless(text)).toBe(text);
  });

  test("tells numbers, truth and nothing apart", async () => {
    expect(
      await csv([
        [
          { a: -0.5, b: true },
          { a: null, b: false },
        ],
      ]),
    ).toBe("a,b\r\n-0.5,true\r\n,false\r\n");
  });
});
