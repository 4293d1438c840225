import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewerOf } from "../access/viewer.ts";
import { execute, query } from "../testing/execute.ts";
import { follows, reduce } from "../testing/linear.ts";

// biome-ignore lint/suspicious/noExplicitAny: the shape of a row is the test's own query
type Row = Record<string, any>;

/** Families of one place, in one year of joining. */
interface Atom {
  ubigeo: string;
  zones: string[];
  year: number;
  families: number;
}

const publicViewer = viewerOf("public");
const analyst = viewerOf("analyst");

describe.each(testLocations())("what analyses tell on $name", ({ openMigrated }) => {
  let database: Database;
  let atoms: Atom[];
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.01, seed: 3 });
    const { rows } = await database.pool.query(`
      SELECT l.ubigeo, y.year, count(f.id)::int AS families,
        coalesce((SELECT array_agg(z.code) FROM zone_coverage c JOIN zone z ON z.id = c.zone_id WHERE c.local_government_id = l.id), '{}') AS zones
      FROM local_government l CROSS JOIN generate_series(2018, 2022) AS y (year)
        LEFT JOIN family f ON f.local_government_id = l.id AND extract(year FROM f.enrolled_on) = y.year
      WHERE EXISTS (SELECT FROM family g WHERE g.local_government_id = l.id)
      GROUP BY l.id, 1, 2`);
    atoms = rows;
  });
  afterAll(() => database.close());

  test("nothing that the public is told, by any grouping and any place or year, adds up to a small group", async () => {
    const keys: [string, (row: Row, atom: Atom) => boolean][] = [
      ["", () => true],
      ["region { ubigeo }", ({ region }, { ubigeo }) => ubigeo.startsWith(region.ubigeo)],
      ["province { ubigeo }", ({ province }, { ubigeo }) => ubigeo.startsWith(province.ubigeo)],
      ["localGovernment { ubigeo }", ({ localGovernment }, { ubigeo }) => ubigeo === localGovernment.ubigeo],
      ["zone { code }", ({ zone }, { zones }) => (zone ? zones.includes(zone.code) : zones.length === 0)],
    ];
    const wheres: [string, (atom: Atom) => boolean][] = [
      ["", () => true],
      [`where: { enrolledOn: { gte: "2020-01-01" } }`, ({ year }) => year >= 2020],
      [`where: { region: { ubigeo: { equals: "22" } } }`, ({ ubigeo }) => ubigeo.startsWith("22")],
      [
        `where: { NOT: [{ localGovernment: { ubigeo: { equals: "${atoms[0]?.ubigeo}" } } }] }`,
        ({ ubigeo }) => ubigeo !== atoms[0]?.ubigeo,
      ],
    ];
    const told: { takes: (atom: Atom) => boolean; count: number }[] = [];
    for (const [key, matches] of keys) {
      for (const [where, within] of wheres) {
        for (const year of ["", "year"]) {
          const args = [where, "fillYears: { from: 2018, to: 2022 }"]
            .slice(0, year ? 2 : 1)
            .filter(Boolean)
            .join(", ");
          const selected = key || year ? `key { ${key} ${year} }` : "";
          const document = `{ familyAnalysis${args ? `(${args})` : ""} { suppressed { reason threshold } rows { ${selected} count } } }`;
          const { familyAnalysis } = await query(database, document, {}, publicViewer);
          expect(familyAnalysis.suppressed).toEqual({ reason: "SMALL_CELL", threshold: 10 });
          for (const row of familyAnalysis.rows as Row[]) {
            const takes = (atom: Atom) =>
              within(atom) && (!key || matches(row.key, atom)) && (!year || atom.year === row.key.year);
            expect(row.count).toBe(atoms.reduce((sum, atom) => sum + (takes(atom) ? atom.families : 0), 0));
            told.push({ takes, count: row.count });
          }
        }
      }
    }
    const { region } = await query(
      database,
      `{ region(ubigeo: "22") { familyAnalysis { rows { key { year } count } } families { totalCount } } }`,
      {},
      publicViewer,
    );
    for (const row of region.familyAnalysis.rows as Row[]) {
      told.push({ takes: ({ ubigeo, year }) => ubigeo.startsWith("22") && year === row.key.year, count: row.count });
    }
    expect(told.length).toBeGreaterThan(60);
    for (const { count } of told) expect(count === 0 || count >= 10).toBe(true);

    const vector = ({ takes }: Pick<(typeof told)[number], "takes">) => atoms.map((atom) => Number(takes(atom)));
    const known = reduce(told.map(vector));
    const small = atoms.filter(({ families }) => families > 0 && families < 10);
    expect(small.length).toBeGreaterThan(20);
    for (const atom of small) expect(follows(known, vector({ takes: (other) => other === atom }))).toBe(false);
    const places = new Set(atoms.map(({ ubigeo }) => ubigeo));
    for (const place of places) {
      const takes = ({ ubigeo }: Atom) => ubigeo === place;
      const families = atoms.reduce((sum, atom) => sum + (takes(atom) ? atom.families : 0), 0);
      if (families < 10) expect(follows(known, vector({ takes }))).toBe(false);
    }
  });

  test("the public is told of no single record, and groups by nothing that would single one out", async () => {
    const forbidden = async (document: string) =>
      (await execute(database, document, {}, publicViewer)).errors?.map(({ extensions }) => extensions.code);
    expect(await forbidden("{ farmAnalysis { rows { hectares { maximum } } } }")).toEqual(["FORBIDDEN"]);
    expect(await forbidden("{ farmAnalysis(orderBy: [{ hectares: { median: ASC } }]) { rows { count } } }")).toEqual([
      "FORBIDDEN",
    ]);
    expect(
      await forbidden("{ farmAnalysis(having: { hectares: { minimum: { gt: 1 } } }) { rows { count } } }"),
    ).toEqual(["FORBIDDEN"]);
    expect(await forbidden("{ plotAnalysis { rows { key { variety } count } } }")).toEqual(["FORBIDDEN"]);
    expect(await forbidden("{ investmentAnalysis { rows { amount { maximum } } } }")).toEqual(["FORBIDDEN"]);
    const { open, byFunder, unsafe, panel } = await query(
      database,
      `{ open: investmentAnalysis(where: { kind: { equals: PUBLIC_RESOURCES } }) { rows { amount { maximum } } }
         byFunder: investmentAnalysis { suppressed { reason } rows { key { funder { code } kind } count } }
         unsafe: investmentAnalysis(where: { amount: { gt: "5000" } }) { suppressed { reason } rows { count } }
         panel: incomeChangeAnalysis(from: 2018, to: 2021) { suppressed { reason } rows { count } } }`,
      {},
      publicViewer,
    );
    expect(Number(open.rows[0].amount.maximum)).toBeGreaterThan(0);
    expect(byFunder.suppressed.reason).toBe("UNSAFE_FILTER");
    expect(byFunder.rows.filter(({ key }: Row) => key.kind === "FAMILY_FINANCING")).toEqual([]);
    expect(byFunder.rows.length).toBeGreaterThan(0);
    for (const result of [unsafe, panel]) expect(result).toEqual({ suppressed: { reason: "UNSAFE_FILTER" }, rows: [] });
  });

  test("numbers of different families are told to the public to the nearest ten", async () => {
    const document =
      "{ trainingParticipationAnalysis { rows { key { topic } countDistinct { members families trainings } } } }";
    const rough = (await query(database, document, {}, publicViewer)).trainingParticipationAnalysis.rows;
    const exact = (await query(database, document)).trainingParticipationAnalysis.rows;
    expect(rough.length).toBeGreaterThan(2);
    for (const { key, countDistinct } of rough) {
      const own = exact.find((row: Row) => row.key.topic === key.topic).countDistinct;
      expect(countDistinct.members).toBe(Math.round(own.members / 10) * 10);
      expect(countDistinct.trainings).toBe(own.trainings);
    }
  });

  test("an analyst is shown where small groups are suppressed, with a neighbour that would give them away", async () => {
    const document =
      "{ familyAnalysis { rows { key { localGovernment { ubigeo } } count share povertyLikelihood { sum average } suppressed { reason threshold } } } }";
    const rows: Row[] = (await query(database, document, {}, analyst)).familyAnalysis.rows;
    const all: Row[] = (await query(database, document)).familyAnalysis.rows;
    expect(rows.map(({ key }) => key)).toEqual(all.map(({ key }) => key));
    const hidden = rows.filter(({ suppressed }) => suppressed);
    expect(hidden.length).toBeGreaterThan(3);
    for (const [i, row] of rows.entries()) {
      if (all[i]?.count < 5) expect(row.suppressed).toEqual({ reason: "SMALL_CELL", threshold: 5 });
      if (!row.suppressed) expect(row).toEqual(all[i]);
      else expect(row).toMatchObject({ count: null, share: null, povertyLikelihood: { sum: null, average: null } });
    }
    // Of each region, which is known as a whole, not one small district follows.
    for (const own of Map.groupBy(all.entries(), ([, row]) => row.key.localGovernment.ubigeo.slice(0, 2)).values()) {
      const families = own.reduce((sum, [i, row]) => sum + (rows[i]?.suppressed ? row.count : 0), 0);
      const isAlone = own.every(([i]) => rows[i]?.suppressed);
      expect(families === 0 || families >= 5 || isAlone).toBe(true);
    }
  });

  test("having and orderBy say nothing of what is suppressed", async () => {
    const ask = async (args: string) =>
      (
        await query(
          database,
          `{ familyAnalysis(${args}) { rowCount rows { key { localGovernment { ubigeo } year } count } } }`,
          {},
          analyst,
        )
      ).familyAnalysis;
    const small = await ask("having: { count: { lt: 5 } }");
    expect(small).toEqual({ rowCount: 0, rows: [] });
    const unknown = await ask("having: { count: { isNull: true } }");
    expect(unknown.rowCount).toBeGreaterThan(0);
    const sorted: Row[] = (await ask("orderBy: [{ count: ASC }]")).rows;
    const firstHidden = sorted.findIndex(({ count }) => count === null);
    expect(sorted.slice(firstHidden).every(({ count }) => count === null)).toBe(true);
  });

  test("a partner is told of its own regions, and of families that have consented", async () => {
    const partner = { role: "partner", id: "t", partner: "Cacao", purpose: "tests", regions: ["22"] } as const;
    const { familyAnalysis, regions } = await query(
      database,
      `{ familyAnalysis { rows { key { region { ubigeo } } count } }
         regions(where: { ubigeo: { in: ["22", "25"] } }) { nodes { ubigeo familyAnalysis { rows { count } suppressed { reason } } } } }`,
      {},
      partner,
    );
    const { rows } = await database.pool.query(`
      SELECT count(*)::int AS families FROM family f JOIN region r ON r.id = f.region_id
      WHERE r.ubigeo = '22' AND f.consent_status = 'GIVEN' AND f.consent_scope = 'RESEARCH'`);
    expect(familyAnalysis.rows).toEqual([{ key: { region: { ubigeo: "22" } }, count: rows[0].families }]);
    expect(regions.nodes).toEqual([
      { ubigeo: "22", familyAnalysis: { rows: [{ count: rows[0].families }], suppressed: null } },
      { ubigeo: "25", familyAnalysis: { rows: [], suppressed: { reason: "OUTSIDE_YOUR_REGIONS" } } },
    ]);
  });
});
