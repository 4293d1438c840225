import { WorkbookWriter } from "@cj-tech-master/excelts";
import { cellOf } from "./flatten.ts";
import type { Rows } from "./rows.ts";
import type { Table } from "./table.ts";

/** Rows of one sheet, with the header: no spreadsheet opens more. */
const MOST_ROWS = 1_048_576;

/** Writes a workbook of two sheets: the rows, and what the columns hold. */
export async function* writeXlsx({ columns, name }: Table, rows: Rows): AsyncGenerator<Uint8Array> {
  const pipe = new Pipe();
  const workbook = new WorkbookWriter({ stream: pipe.writable, useSharedStrings: false, useStyles: true });
  const sheet = workbook.addWorksheet(name.slice(0, 31), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    header: column.name,
    width: Math.min(Math.max(column.name.length, 10), 40),
  }));
  let written = 1;
  for await (const page of rows) {
    for (const row of page) {
      written += 1;
      if (written > MOST_ROWS) throw new RangeError(`A sheet holds ${MOST_ROWS - 1} rows at most; take CSV instead.`);
      sheet.addRow(columns.map((column) => cellOf(row, column))).commit();
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
