import type { IncomingMessage } from "node:http";
import { GraphQLError } from "graphql";

export interface FileFormat {
  type: string;
  extension: string;
  /** Lines beside those of the rows, where each row has one of its own. */
  linesAround?: number;
}

/** The files that an answer can be taken away as. */
export const formats = {
  csv: { type: "text/csv; charset=utf-8", extension: "csv", linesAround: 1 },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extension: "xlsx" },
  geojson: { type: "application/geo+json", extension: "geojson", linesAround: 2 },
  json: { type: "application/json", extension: "json", linesAround: 2 },
} satisfies Record<string, FileFormat>;

export type Format = keyof typeof formats;

export const isFormat = (name: string): name is Format => Object.hasOwn(formats, name);

/** Rows of a sheet below its header: no spreadsheet opens more. */
const MOST_SHEET_ROWS = 1_048_575;

/** @throws {GraphQLError} `TOO_MANY_ROWS` where so many rows do not fit on a sheet */
export function checkSheetRows(rows: number): void {
  if (rows <= MOST_SHEET_ROWS) return;
  throw new GraphQLError(`A sheet holds ${MOST_SHEET_ROWS} rows at most, not ${rows}. Take CSV, or narrow the where.`, {
    extensions: { code: "TOO_MANY_ROWS", http: { status: 400 } },
  });
}

/** What a request wants in place of the usual answer. */
export interface WantedFile {
  format: Format;
  /** Asked for in the address, as a link from a browser does: the file is for a spreadsheet rather than a program. */
  isLink: boolean;
}

/**
 * The file that a request asks for, in the address (`?format=csv`) or by `Accept`; undefined for the usual answer.
 *
 * @throws {RangeError} for a format in the address that there is not
 */
export function wantedFile({ url = "/", headers }: IncomingMessage): WantedFile | undefined {
  const asked = url.includes("?") ? new URL(url, "http://localhost").searchParams.get("format") : null;
  if (asked !== null) {
    if (isFormat(asked)) return { format: asked, isLink: true };
    throw new RangeError(
      `There is no format ${JSON.stringify(asked.slice(0, 20))}; there are ${Object.keys(formats).join(", ")}.`,
    );
  }
  const accepted = (headers.accept ?? "").split(",").map((part) => part.split(";", 1)[0]?.trim().toLowerCase());
  // Everyone accepts JSON; what is named beside it is what is wanted.
  const format = (["csv", "xlsx", "geojson"] as const).find((name) =>
    accepted.includes(formats[name].type.split(";", 1)[0]),
  );
  return format && { format, isLink: false };
}
