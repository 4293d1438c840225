import { type Cell, cellOf } from "../../../src/export/flatten.ts";
import type { Column } from "../../../src/export/table.ts";
import type { Language } from "../language/texts.ts";
import { isNumeric } from "./lists.ts";

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

/** Whether a column tells when: a year, a quarter or a day. */
export function isTime(column: Column): boolean {
  return isYear(column) || column.path.at(-1) === "quarter" || /^Date!?$/.test(column.type);
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

/** The unit that the description names; empty where it names none. */
export function unitOf(column: Column): string {
  if (isShare(column)) return "%";
  const [, unit = ""] = /,? \bin (hectares|kilograms a hectare|kilograms|percent|hours|metres|points|families)\b/i.exec(textOf(column)) ?? [];
  return unit === "percent" ? "%" : unit;
}

/** A column's name without what says nothing to a reader. */
export function labelOf({ name }: Column): string {
  return name.replace(/^key\./, "").replaceAll(".", " · ");
}

export function formatNumber(value: number, column: Column, language: Language): string {
  if (isYear(column)) return String(value);
  const style = isShare(column) ? ({ style: "percent", maximumFractionDigits: 1 } as const) : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language === "es" ? "es-PE" : "en", style).format(value);
}

/** A cell as people read it; numbers keep the digits that they have. */
export function formatCell(cell: Cell, column: Column, language: Language, words: { yes: string; no: string }): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? words.yes : words.no;
  if (!isNumeric(column) || isYear(column)) return String(cell);
  const number = Number(cell);
  if (Number.isNaN(number)) return String(cell);
  const digits = { maximumFractionDigits: Math.abs(number) < 1 ? 4 : 2 };
  return new Intl.NumberFormat(language === "es" ? "es-PE" : "en", digits).format(number);
}
