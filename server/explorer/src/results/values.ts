import { type Cell, cellOf } from "../../../src/export/flatten.ts";
import type { Column } from "../../../src/export/table.ts";
import type { Language } from "../language/texts.ts";
import { isNumeric, type List } from "./lists.ts";

/** The number of a row in a column; null where it is withheld or not known. Exact decimals come as texts. */
export function numberIn(row: unknown, column: Column): number | null {
  const cell = cellOf(row, column);
  if (typeof cell === "number") return cell;
  const number = typeof cell === "string" && cell !== "" ? Number(cell) : Number.NaN;
  return Number.isNaN(number) ? null : number;
}

/** Years stand for themselves: they are neither added up nor grouped by thousands. */
export function isYear({ path }: Column): boolean {
  return /year$/i.test(path.at(-1) ?? "");
}

/** Whether a column tells when a row is of: a year or a quarter. */
export function isTime({ path }: Column): boolean {
  return path.at(-1) === "year" || path.at(-1) === "quarter";
}

/** Whether a column is a part of a whole, which people read in percent. */
export function isShare(column: Column): boolean {
  return /from 0 to 1\b/.test(textOf(column));
}

/** Whether the values of several rows may be added up. */
export function isAdditive({ path }: Column): boolean {
  return /^(count|sum|totalCount|hectares|amount|members|families)$/.test(path.at(-1) ?? "");
}

/** What a column holds, with what it is of. */
export function textOf({ description, of }: Column): string {
  return [of, description].filter(Boolean).join(" ");
}

/** The unit that the description names, or the currency of the rows; empty where there is none, or several. */
export function unitOf(column: Column, { columns, rows }: Pick<List, "columns" | "rows">): string {
  if (isShare(column)) return "%";
  if (column.type.startsWith("Decimal")) {
    const place = column.path.slice(0, -1).join(".");
    const currency = columns.find(
      ({ path }) => path.at(-1) === "currency" && [place, "key"].includes(path.slice(0, -1).join(".")),
    );
    const found = new Set(currency ? rows.map((row) => cellOf(row, currency)).filter((cell) => cell !== null) : []);
    return found.size === 1 ? String([...found][0]) : "";
  }
  const [, unit = ""] =
    /,? \bin (hectares|kilograms a hectare|kilograms|percent|hours|metres|points|families)\b/i.exec(textOf(column)) ??
    [];
  return unit === "percent" ? "%" : unit;
}

/** A column's name without what says nothing to a reader. */
export function labelOf({ name }: Column): string {
  return name.replace(/^key\./, "").replaceAll(".", " · ");
}

export function formatNumber(value: number, column: Column, language: Language): string {
  if (isYear(column)) return String(value);
  const style = isShare(column)
    ? ({ style: "percent", maximumFractionDigits: 1 } as const)
    : { maximumFractionDigits: Math.abs(value) >= 1_000 ? 0 : Math.abs(value) >= 100 ? 1 : 2 };
  return new Intl.NumberFormat(language === "es" ? "es-PE" : "en", style).format(value);
}

/** A number beside an axis, where there is little room: 1.2 M. */
export function formatTick(value: number, column: Column, language: Language): string {
  if (Math.abs(value) < 100_000) return formatNumber(value, column, language);
  return new Intl.NumberFormat(language === "es" ? "es-PE" : "en", { notation: "compact" }).format(value);
}

/** How many digits after the point the numbers of a column are shown with: as many for all, so that they stand in line. */
export function digitsOf(rows: readonly unknown[], column: Column): number {
  const numbers = rows.map((row) => numberIn(row, column)).filter((number) => number !== null);
  if (isYear(column) || numbers.every((number) => Number.isInteger(number))) return 0;
  return numbers.every((number) => Math.abs(number) <= 1) ? 3 : 2;
}

/** A cell as people read it. */
export function formatCell(
  cell: Cell,
  column: Column & { digits: number },
  language: Language,
  words: { yes: string; no: string },
): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? words.yes : words.no;
  const number = Number(cell);
  if (!isNumeric(column) || isYear(column) || Number.isNaN(number)) return String(cell);
  const digits = { minimumFractionDigits: column.digits, maximumFractionDigits: column.digits };
  return new Intl.NumberFormat(language === "es" ? "es-PE" : "en", digits).format(number);
}
