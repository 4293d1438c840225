import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute } from "../testing/execute.ts";
import { follows, reduce } from "../testing/linear.ts";
import { type Viewer, viewerOf } from "./viewer.ts";

/** A total that was asked for: which families it is of, by place and year of enrolment, and what was told. */
interface Asked {
  takes(atom: Atom): boolean;
  told: number | null;
  reason: string | undefined;
}

interface Atom {
  ubigeo: string;
  year: number;
  families: number;
}

const years = [2018, 2019, 2020, 2021, 2022];
const roles: [string, Viewer, number][] = [
  ["public", viewerOf("public"), 10],
  ["analyst", viewerOf("analyst"), 5],
];

describe.each(testLocations())("totals of small groups on $name", ({ openMigrated }) => {
  let database: Database;
  let atoms: Atom[];
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.01, seed: 3 });
    const { rows } = await database.pool.query(`
      SELECT l.ubigeo, y.year, count(f.id)::int AS families
      FROM local_government l CROSS JOIN generate_series(2018, 2022) AS y (year)
        LEFT JOIN family f ON f.local_government_id = l.id AND extract(year FROM f.enrolled_on) = y.year
      WHERE EXISTS (SELECT FROM family g WHERE g.local_government_id = l.id)
      GROUP BY 1, 2`);
    atoms = rows;
  });
  afterAll(() => database.close());

  const size = (asked: Pick<Asked, "takes">) =>
    atoms.reduce((sum, atom) => sum + (asked.takes(atom) ? atom.families : 0), 0);

  /** Asks for totals under conditions, all in one document. */
  async function ask(viewer: Viewer, wheres: { where: string; takes: Asked["takes"] }[]): Promise<Asked[]> {
    const fields = wheres.map(
      ({ where }, i) => `t${i}: families(where: ${where}) { totalCount suppressed { reason } }`,
    );
    const { data, errors } = await execute(database, `{ ${fields.join("\n")} }`, {}, viewer);
    expect(errors).toBeUndefined();
    return wheres.map(({ takes }, i) => ({
      takes,
      told: data?.[`t${i}`].totalCount,
      reason: data?.[`t${i}`].suppressed?.reason,
    }));
  }

  /** Everything that one can ask about places and years: each place, its region, all but it, in all years, in each and up to each. */
  function everything(viewer: Viewer): Promise<Asked[]> {
    const known = asked.get(viewer) ?? askEverything(viewer);
    asked.set(viewer, known);
    return known;
  }
  const asked = new Map<Viewer, Promise<Asked[]>>();

  async function askEverything(viewer: Viewer): Promise<Asked[]> {
    const ubigeos = [...new Set(atoms.map(({ ubigeo }) => ubigeo))];
    const regions = [...new Set(ubigeos.map((ubigeo) => ubigeo.slice(0, 2)))];
    const places: { where: string; within(ubigeo: string): boolean }[] = [
      { where: "", within: () => true },
      ...regions.map((region) => ({
        where: `region: { ubigeo: { equals: "${region}" } }`,
        within: (ubigeo: string) => ubigeo.startsWith(region),
      })),
      ...ubigeos.flatMap((own) => [
        { where: `localGovernment: { ubigeo: { equals: "${own}" } }`, within: (ubigeo: string) => ubigeo === own },
        {
          where: `region: { ubigeo: { equals: "${own.slice(0, 2)}" } }, localGovernment: { NOT: [{ ubigeo: { equals: "${own}" } }] }`,
          within: (ubigeo: string) => ubigeo.startsWith(own.slice(0, 2)) && ubigeo !== own,
        },
      ]),
    ];
    const times: { where: string; at(year: number): boolean }[] = [
      { where: "", at: () => true },
      ...years.flatMap((last) => [
        { where: `enrolledOn: { gte: "${last}-01-01", lte: "${last}-12-31" }`, at: (year: number) => year === last },
        { where: `enrolledOn: { lt: "${last + 1}-01-01" }`, at: (year: number) => year <= last },
      ]),
    ];
    const totals = places.flatMap((place) =>
      times.map((time) => ({
        where: `{ ${[place.where, time.where].filter(Boolean).join(", ")} }`,
        takes: ({ ubigeo, year }: Atom) => place.within(ubigeo) && time.at(year),
      })),
    );
    const parts = Array.from({ length: Math.ceil(totals.length / 40) }, (_, i) => totals.slice(i * 40, i * 40 + 40));
    const answers: Asked[] = [];
    for (const part of parts) answers.push(...(await ask(viewer, part)));
    return answers;
  }

  test.each(roles)(
    "nothing that the %s is told, in one answer or many, adds up to a small group",
    async (_role, viewer, threshold) => {
      const answers = await everything(viewer);
      const told = answers.filter(({ told }) => told !== null);
      const suppressed = answers.filter(({ told }) => told === null);
      for (const answer of told) expect(answer.told).toBe(size(answer));
      for (const answer of told) expect(answer.told === 0 || Number(answer.told) >= threshold).toBe(true);
      expect(told.length).toBeGreaterThan(50);
      expect(new Set(suppressed.map(({ reason }) => reason))).toEqual(new Set(["SMALL_CELL"]));

      const vector = (answer: Asked) => atoms.map((atom) => Number(answer.takes(atom)));
      const reduced = reduce(told.map(vector));
      const small = suppressed.filter((answer) => size(answer) > 0 && size(answer) < threshold);
      expect(small.length).toBeGreaterThan(10);
      for (const answer of small) expect(follows(reduced, vector(answer))).toBe(false);
      for (const [i, atom] of atoms.entries()) {
        if (atom.families > 0 && atom.families < threshold) {
          expect(
            follows(
              reduced,
              atoms.map((_, j) => Number(i === j)),
            ),
          ).toBe(false);
        }
      }
    },
  );

  test.each(roles)(
    "two totals of the %s whose conditions differ by one district or one year differ by no small group",
    async (_role, viewer, threshold) => {
      const told = (await everything(viewer)).filter(({ told }) => told !== null);
      let compared = 0;
      for (const a of told) {
        for (const b of told) {
          if (!atoms.every((atom) => !b.takes(atom) || a.takes(atom))) continue;
          const rest = Number(a.told) - Number(b.told);
          compared += 1;
          expect(rest === 0 || rest >= threshold).toBe(true);
        }
      }
      expect(compared).toBeGreaterThan(told.length);
    },
  );

  test("a year that is cut in the middle is not told", async () => {
    const [whole, part] = await ask(viewerOf("public"), [
      { where: `{ enrolledOn: { lt: "2021-01-01" } }`, takes: () => true },
      { where: `{ enrolledOn: { lt: "2020-07-01" } }`, takes: () => true },
    ]);
    expect([whole?.told === null, part?.told]).toEqual([false, null]);
  });

  test("sums follow their counts, and dimensions cannot be played against one another", async () => {
    const text = `{
      all: plots { totalCount sum { hectares } }
      crops: plots(where: { crop: { in: [CACAO, COFFEE, BANANA, TIMBER, OTHER] } }) { totalCount }
      place: plots(where: { farm: { localGovernment: { ubigeo: { equals: "${atoms[0]?.ubigeo}" } } }, crop: { equals: TIMBER } }) { totalCount sum { hectares } suppressed { threshold } }
      mixed: investments(where: { OR: [{ kind: { equals: FAMILY_FINANCING } }, { amount: { gt: "100" } }] }) { totalCount suppressed { reason } }
      fine: investments(where: { kind: { equals: FAMILY_FINANCING }, amount: { gt: "2000" } }) { totalCount sum { amount { amount } } suppressed { reason } }
      open: investments(where: { kind: { equals: PUBLIC_RESOURCES }, amount: { gt: "2000" } }) { totalCount suppressed { reason } }
    }`;
    const { data, errors } = await execute(database, text, {}, viewerOf("public"));
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      all: { totalCount: expect.any(Number), sum: { hectares: expect.any(Number) } },
      crops: { totalCount: data?.all.totalCount },
      place: { totalCount: null, sum: null, suppressed: { threshold: 10 } },
      mixed: { totalCount: null, suppressed: { reason: "UNSAFE_FILTER" } },
      fine: { totalCount: null, sum: null, suppressed: { reason: "UNSAFE_FILTER" } },
      open: { totalCount: expect.any(Number), suppressed: null },
    });
  });

  test.each(roles)(
    "open records are counted whole for %s, in all and in each region, with and without families' beside them",
    async (_name, viewer) => {
      const total = "{ totalCount sum { amount { amount currency } } }";
      const text = `{
      open: investments(where: { kind: { equals: PUBLIC_RESOURCES } }) ${total}
      both: investments(where: { kind: { in: [PUBLIC_RESOURCES, FAMILY_FINANCING] } }) ${total}
      none: investments(where: { kind: { equals: PUBLIC_RESOURCES }, committedOn: { lt: "1990-01-01" } }) { totalCount }
      regions(first: 25) { nodes { ubigeo investments(where: { kind: { equals: PUBLIC_RESOURCES } }) ${total} } }
    }`;
      const { data, errors } = await execute(database, text, {}, viewer);
      expect(errors).toBeUndefined();
      const counted = async (kinds: string, ubigeo?: string) => {
        const { rows } = await database.pool.query(
          `SELECT count(*)::int AS count, currency, sum(amount)::text AS amount FROM investment i
           WHERE kind = ANY ($1::investment_kind[]) AND ($2::text IS NULL OR region_id = (SELECT id FROM region WHERE ubigeo = $2))
           GROUP BY currency ORDER BY currency`,
          [kinds, ubigeo],
        );
        return {
          totalCount: rows.reduce((sum, { count }) => sum + count, 0),
          sum: { amount: rows.map(({ amount, currency }) => ({ amount, currency })) },
        };
      };
      expect(data?.open).toEqual(await counted("{PUBLIC_RESOURCES}"));
      expect(data?.both).toEqual(await counted("{PUBLIC_RESOURCES,FAMILY_FINANCING}"));
      expect(data?.none.totalCount).toBe(0);
      for (const { ubigeo, investments } of data?.regions.nodes ?? []) {
        expect(investments).toEqual(await counted("{PUBLIC_RESOURCES}", ubigeo));
      }
    },
  );
});
