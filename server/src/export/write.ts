import { checkSheetRows, type WantedFile } from "./format.ts";
import type { Rows, Table } from "./table.ts";
import { writeCsv } from "./write-csv.ts";
import { writeGeoJson, writeJson } from "./write-json.ts";

/** The bytes of a file, as the rows come. */
export type Bytes = AsyncIterator<string | Uint8Array>;

/** @throws {GraphQLError} where the table cannot be a file of that format */
export function write(table: Table, rows: Rows, total: number | null, { format, isLink }: WantedFile): Bytes {
  switch (format) {
    case "csv":
      return writeCsv(table, rows, isLink);
    case "geojson":
      return writeGeoJson(table, rows);
    case "json":
      return writeJson(table, rows);
    case "xlsx":
      // What can be known to fail fails before the first byte.
      checkSheetRows(total ?? 0);
      return writeWorkbook(table, rows);
  }
}

/** The workbook's library takes a while to load, for which no other answer should wait. */
async function* writeWorkbook(table: Table, rows: Rows): AsyncGenerator<Uint8Array> {
  const { writeXlsx } = await import("./write-xlsx.ts");
  yield* writeXlsx(table, rows);
}
