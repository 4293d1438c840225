import { cellOf } from "../../../src/export/flatten.ts";
import type { Column } from "../../../src/export/table.ts";

/** The regions by the code that the outlines have of them: their INEI code and their name. */
export const regions = [
  { outline: "PE.AM", ubigeo: "01", name: "Amazonas" },
  { outline: "PE.AN", ubigeo: "02", name: "Áncash" },
  { outline: "PE.AP", ubigeo: "03", name: "Apurímac" },
  { outline: "PE.AR", ubigeo: "04", name: "Arequipa" },
  { outline: "PE.AY", ubigeo: "05", name: "Ayacucho" },
  { outline: "PE.CJ", ubigeo: "06", name: "Cajamarca" },
  // The outlines give Puno the code and the name of Callao, and Callao itself a code without letters.
  { outline: "PE.", ubigeo: "07", name: "Callao" },
  { outline: "PE.CS", ubigeo: "08", name: "Cusco" },
  { outline: "PE.HV", ubigeo: "09", name: "Huancavelica" },
  { outline: "PE.HC", ubigeo: "10", name: "Huánuco" },
  { outline: "PE.IC", ubigeo: "11", name: "Ica" },
  { outline: "PE.JU", ubigeo: "12", name: "Junín" },
  { outline: "PE.LL", ubigeo: "13", name: "La Libertad" },
  { outline: "PE.LB", ubigeo: "14", name: "Lambayeque" },
  // Two outlines: the province of Lima, and the rest of the region.
  { outline: "PE.LR", ubigeo: "15", name: "Lima" },
  { outline: "PE.LO", ubigeo: "16", name: "Loreto" },
  { outline: "PE.MD", ubigeo: "17", name: "Madre de Dios" },
  { outline: "PE.MQ", ubigeo: "18", name: "Moquegua" },
  { outline: "PE.PA", ubigeo: "19", name: "Pasco" },
  { outline: "PE.PI", ubigeo: "20", name: "Piura" },
  { outline: "PE.CL", ubigeo: "21", name: "Puno" },
  { outline: "PE.SM", ubigeo: "22", name: "San Martín" },
  { outline: "PE.TA", ubigeo: "23", name: "Tacna" },
  { outline: "PE.TU", ubigeo: "24", name: "Tumbes" },
  { outline: "PE.UC", ubigeo: "25", name: "Ucayali" },
] as const;

const byName = new Map<string, string>(regions.map(({ name, ubigeo }) => [plain(name), ubigeo]));
const byCode = new Set<string>(regions.map(({ ubigeo }) => ubigeo));

/** The code of the region that a text names or lies in: a region's name, or the ubigeo of it, a province or a district. */
export function regionOf(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  if (/^(\d{2}|\d{4}|\d{6})$/.test(text)) {
    const code = text.slice(0, 2);
    return byCode.has(code) ? code : undefined;
  }
  return byName.get(plain(text).replace(/^(region|departamento|gobierno regional)( del?)? /, ""));
}

/** The column that says in which region each row is: nearly all of its values do. */
export function regionColumn(columns: readonly Column[], rows: readonly unknown[]): Column | undefined {
  const candidates = columns.flatMap((column) => {
    const values = rows.map((row) => cellOf(row, column)).filter((value) => value !== null);
    const told = values.filter((value) => regionOf(value) !== undefined).length;
    return told > 0 && told >= values.length * 0.8 ? [{ column, told, isNamed: column.path.includes("region") }] : [];
  });
  return candidates.sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.told - a.told)[0]?.column;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}
