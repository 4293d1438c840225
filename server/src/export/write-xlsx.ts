import { WorkbookWriter } from "@cj-tech-master/excelts";
import { type Cell, cellOf } from "./flatten.ts";
import { checkSheetRows } from "./format.ts";
import type { Column, Rows, Table } from "./table.ts";

/**
 * Writes a workbook of two sheets: the rows, and what the columns hold.
 *
 * @throws {GraphQLError} `TOO_MANY_ROWS`
 */
export async function* writeXlsx({ columns, name }: Table, rows: Rows): AsyncGenerator<Uint8Array> {
  const pipe = new Pipe();
  const workbook = new WorkbookWriter({ stream: pipe.writable, useSharedStrings: false, useStyles: true });
  const sheet = workbook.addWorksheet(name.slice(0, 31), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    header: column.name,
    width: Math.min(Math.max(column.name.length, 10), 40),
    ...(column.type === "Date" && { style: { numFmt: "yyyy-mm-dd" } }),
  }));
  let written = 0;
  for await (const page of rows) {
    for (const row of page) {
      written += 1;
      checkSheetRows(written);
      sheet.addRow(columns.map((column) => typed(cellOf(row, column), column))).commit();
    }
    yield* pipe.drain();
  }
  sheet.commit();
  const dictionary = workbook.addWorksheet("Columns");
  dictionary.columns = [
    { header: "column", width: 30 },
    { header: "type", width: 20 },
    { header: "description and unit", width: 100 },
  ];
  for (const column of columns) dictionary.addRow([column.name, column.type, column.description]).commit();
  dictionary.commit();
  const done = workbook.commit().then(() => pipe.end());
  yield* pipe.rest();
  await done;
}

/** Decimals and dates come as texts; a spreadsheet reckons with numbers and days. */
function typed(cell: Cell, { type }: Column): Cell | Date {
  if (typeof cell !== "string") return cell;
  // A number keeps fifteen digits: what has more stays a text, with all of them.
  if (type === "Decimal" && /^-?\d+(\.\d+)?$/.test(cell) && cell.replace(/\D/g, "").length <= 15) return Number(cell);
  if (type === "Date" && /^\d{4}-\d\d-\d\d$/.test(cell)) return new Date(cell);
  return cell;
}

/** What the workbook writes, kept until it is fetched: never more than a page's rows make. */
class Pipe {
  #chunks: Uint8Array[] = [];
  #isEnded = false;
  #wake: () => void = () => {};
  readonly writable: WritableStream<Uint8Array> = new WritableStream({
    write: (chunk) => {
      this.#chunks.push(chunk);
      this.#wake();
    },
  });

  *drain(): Generator<Uint8Array> {
    const chunks = this.#chunks;
    this.#chunks = [];
    yield* chunks;
  }

  end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    while (!this.#isEnded || this.#chunks.length > 0) {
      yield* this.drain();
      if (this.#isEnded || this.#chunks.length > 0) continue;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
