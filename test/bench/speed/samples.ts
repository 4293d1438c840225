import type { BenchDatabase } from "./databases.ts";

export type Variables = Record<string, string>;

/** With what variables each question is asked, by its key: many, so that nobody answers twice the same. */
export type Samples = Record<string, Variables[]>;

/** How the codes of families are had: as they are, or as an analyst sees them. */
export type FamilyCodes = (ubigeo: string) => Promise<string[]>;

const one: Variables[] = [{}];

/** Chosen from the records, the same at every run. */
export async function samplesOf({ database }: BenchDatabase, familyCodes: FamilyCodes): Promise<Samples> {
  const texts = async (sql: string) => (await database.rows(sql, [])).map(([text]) => text ?? "");
  const districts = await texts(
    `SELECT g.ubigeo FROM local_government g JOIN family y ON y.local_government_id = g.id
     GROUP BY g.ubigeo HAVING count(*) >= 100 ORDER BY g.ubigeo`,
  );
  const withFarms = await texts(
    `SELECT g.ubigeo FROM local_government g JOIN farm f ON f.local_government_id = g.id
     GROUP BY g.ubigeo HAVING count(*) >= 100 ORDER BY g.ubigeo`,
  );
  const regions = await texts(
    `SELECT r.ubigeo FROM region r JOIN family y ON y.region_id = r.id
     GROUP BY r.ubigeo HAVING count(DISTINCT y.local_government_id) >= 5 ORDER BY r.ubigeo`,
  );
  const ubigeos = (values: string[]) => values.map((ubigeo) => ({ ubigeo }));
  const codes = await Promise.all(districts.filter((_, i) => i % 6 === 0).map(familyCodes));
  const days = Array.from({ length: 20 }, (_, i) => `${2018 + (i % 4)}-${String(1 + (i % 12)).padStart(2, "0")}-15`);
  return {
    a: codes.flat().map((code) => ({ code })),
    b: ubigeos(districts),
    c: ubigeos(regions),
    d: ubigeos(regions),
    "d open": days.map((from) => ({ from })),
    e: one,
    f: withFarms.map((_, start) =>
      Object.fromEntries(
        Array.from({ length: 10 }, (_, i) => [`d${i}`, withFarms[(start + i * 7) % withFarms.length] ?? ""]),
      ),
    ),
    g: one,
    h: one,
  };
}

/** As the database has them. */
export const trueCodes =
  ({ database }: BenchDatabase): FamilyCodes =>
  async (ubigeo) => {
    const sql = `SELECT y.code FROM family y JOIN local_government g ON g.id = y.local_government_id
      WHERE g.ubigeo = $1 ORDER BY y.code LIMIT 20`;
    return (await database.rows(sql, [ubigeo])).map(([code]) => code ?? "");
  };
