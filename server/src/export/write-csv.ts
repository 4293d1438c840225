import { stringify } from "csv-stringify/sync";
import { cellOf } from "./flatten.ts";
import type { Rows, Table } from "./table.ts";

/** Tells Excel that a file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Writes rows as RFC 4180 has it. */
export async function* writeCsv({ columns }: Table, rows: Rows, isForSpreadsheet: boolean): AsyncGenerator<string> {
  const lines = (cells: unknown[][]) =>
    stringify(cells, { record_delimiter: "\r\n", cast: { boolean: String, string: harmless } });
  yield (isForSpreadsheet ? BYTE_ORDER_MARK : "") + lines([columns.map(({ name }) => name)]);
  for await (const page of rows) {
    if (page.length > 0) yield lines(page.map((row) => columns.map((column) => cellOf(row, column))));
  }
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are none. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
