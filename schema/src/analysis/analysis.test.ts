import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute, query, statementsOf } from "../testing/execute.ts";

/** An analysis over the raw tables, written by hand: what it reads, and each dimension and measure as SQL. */
interface Raw {
  field: string;
  from: string;
  keys: Record<string, { ask: string; sql: string; join?: string }>;
  numbers: Record<string, string>;
  monies: Record<string, string>;
  ratios: Record<string, [string, string]>;
  distinct: Record<string, string>;
  wheres: [string, string][];
}

const code = (table: string, id: string, column = "ubigeo") =>
  `(SELECT x.${column}::text FROM ${table} x WHERE x.id = ${id})`;

function placesAt(place: string): Raw["keys"] {
  const government = `(SELECT g.id FROM local_government g WHERE g.id = ${place})`;
  return {
    region: {
      ask: "region { ubigeo }",
      sql: code("region", `(SELECT g.region_id FROM local_government g WHERE g.id = ${government})`),
    },
    province: {
      ask: "province { ubigeo }",
      sql: code("province", `(SELECT g.province_id FROM local_government g WHERE g.id = ${government})`),
    },
    localGovernment: { ask: "localGovernment { ubigeo }", sql: code("local_government", place) },
    zone: {
      ask: "zone { code }",
      sql: code("zone", "zc.zone_id", "code"),
      join: `LEFT JOIN zone_coverage zc ON zc.local_government_id = ${place}`,
    },
  };
}

const plain = (name: string, sql: string) => ({ [name]: { ask: name, sql } });
const dated = (column: string) => ({
  ...plain("year", `extract(year FROM ${column})::int`),
  ...plain("quarter", `extract(year FROM ${column}) || '-Q' || extract(quarter FROM ${column})`),
});

const raws: Raw[] = [
  {
    field: "familyAnalysis",
    from: "family t",
    keys: { ...placesAt("t.local_government_id"), ...dated("t.enrolled_on") },
    numbers: { povertyLikelihood: "t.poverty_likelihood" },
    monies: {},
    ratios: {},
    distinct: { localGovernments: "t.local_government_id" },
    wheres: [
      [`povertyLikelihood: { gt: 40 }`, "t.poverty_likelihood > 40"],
      [
        `farms: { some: { hectares: { gt: 3 } } }`,
        "EXISTS (SELECT FROM farm f WHERE f.family_id = t.id AND f.hectares > 3)",
      ],
      [`enrolledOn: { lt: "2020-06-15" }`, "t.enrolled_on < '2020-06-15'"],
    ],
  },
  {
    field: "plotAnalysis",
    from: "plot t JOIN farm f ON f.id = t.farm_id",
    keys: {
      ...placesAt("f.local_government_id"),
      ...plain("crop", "t.crop::text"),
      ...plain("system", "t.system::text"),
      ...plain("plantedYear", "t.planted_year"),
    },
    numbers: { hectares: "t.hectares" },
    monies: {},
    ratios: {},
    distinct: { farms: "t.farm_id", families: "f.family_id" },
    wheres: [
      [`crop: { in: [CACAO, COFFEE] }`, "t.crop IN ('CACAO', 'COFFEE')"],
      [
        `farm: { region: { name: { contains: "martin" } } }`,
        "f.region_id = (SELECT id FROM region WHERE ubigeo = '22')",
      ],
    ],
  },
  {
    field: "farmAnalysis",
    from: "farm t",
    keys: {
      ...placesAt("t.local_government_id"),
      certification: {
        ask: "certification",
        sql: "ce.kind::text",
        join: "LEFT JOIN (SELECT farm_id, kind FROM farm_certification GROUP BY 1, 2) ce ON ce.farm_id = t.id",
      },
      crop: {
        ask: "crop",
        sql: "cr.crop::text",
        join: "LEFT JOIN (SELECT farm_id, crop FROM plot GROUP BY 1, 2) cr ON cr.farm_id = t.id",
      },
    },
    numbers: { hectares: "t.hectares", altitude: "t.altitude" },
    monies: {},
    ratios: {},
    distinct: { families: "t.family_id" },
    wheres: [[`altitude: { lt: 900 }`, "t.altitude < 900"]],
  },
  {
    field: "harvestAnalysis",
    from: "harvest t JOIN plot p ON p.id = t.plot_id JOIN farm f ON f.id = p.farm_id",
    keys: { ...placesAt("f.local_government_id"), ...plain("year", "t.year"), ...plain("crop", "p.crop::text") },
    numbers: { kg: "t.kg" },
    monies: { price: "t.price_per_kg", value: "t.kg * t.price_per_kg" },
    ratios: { yield: ["t.kg", "p.hectares"] },
    distinct: { plots: "t.plot_id", families: "f.family_id" },
    wheres: [[`year: { gte: 2020 }`, "t.year >= 2020"]],
  },
  {
    field: "householdIncomeAnalysis",
    from: "household_income t JOIN family f ON f.id = t.family_id",
    keys: { ...placesAt("f.local_government_id"), ...plain("year", "t.year") },
    numbers: {},
    monies: { netIncome: "t.net_income" },
    ratios: {},
    distinct: { families: "t.family_id" },
    wheres: [[`netIncome: { gte: "1500.5" }`, "t.net_income >= 1500.5"]],
  },
  {
    field: "trainingAnalysis",
    from: "training t",
    keys: {
      ...placesAt("t.local_government_id"),
      ...dated("t.starts_on"),
      ...plain("topic", "t.topic::text"),
      organization: { ask: "organization { code }", sql: code("organization", "t.organization_id", "code") },
      activity: { ask: "activity { identifier }", sql: code("activity", "t.activity_id", "identifier") },
    },
    numbers: { hours: "t.hours" },
    monies: {},
    ratios: {},
    distinct: { organizations: "t.organization_id" },
    wheres: [[`topic: { notIn: [AGROFORESTRY] }`, "t.topic <> 'AGROFORESTRY'"]],
  },
  {
    field: "trainingParticipationAnalysis",
    from: "training_participation t JOIN training tr ON tr.id = t.training_id JOIN family_member m ON m.id = t.member_id JOIN family f ON f.id = t.family_id",
    keys: {
      ...placesAt("f.local_government_id"),
      ...dated("tr.starts_on"),
      ...plain("topic", "tr.topic::text"),
      ...plain("sex", "m.sex::text"),
      ...plain("certified", "t.certified"),
    },
    numbers: { attendanceRate: "t.attendance_rate", hours: "tr.hours" },
    monies: {},
    ratios: {},
    distinct: { members: "t.member_id", families: "t.family_id", trainings: "t.training_id" },
    wheres: [[`member: { sex: { equals: FEMALE } }`, "m.sex = 'FEMALE'"]],
  },
  {
    field: "investmentAnalysis",
    from: "investment t",
    keys: {
      ...placesAt("t.local_government_id"),
      ...dated("t.committed_on"),
      ...plain("kind", "t.kind::text"),
      ...plain("instrument", "t.instrument::text"),
      funder: { ask: "funder { code }", sql: code("organization", "t.funder_id", "code") },
    },
    numbers: {},
    monies: { amount: "t.amount" },
    ratios: {},
    distinct: { families: "t.recipient_family_id", recipientLocalGovernments: "t.recipient_local_government_id" },
    wheres: [
      [`kind: { equals: FAMILY_FINANCING }`, "t.kind = 'FAMILY_FINANCING'"],
      [`recipientLocalGovernment: {}`, "t.recipient_local_government_id IS NOT NULL"],
    ],
  },
  {
    field: "verificationAnalysis",
    from: "coca_free_verification t JOIN farm f ON f.id = t.farm_id",
    keys: { ...placesAt("f.local_government_id"), ...dated("t.verified_on"), ...plain("method", "t.method::text") },
    numbers: { eradicatedHectares: "t.eradicated_hectares", cocaFreeHectares: "t.coca_free_hectares" },
    monies: {},
    ratios: { cocaFreeShare: ["t.coca_free_hectares", "t.eradicated_hectares"] },
    distinct: { areas: "t.area_code", farms: "t.farm_id" },
    wheres: [[`method: { equals: FIELD_VISIT }`, "t.method = 'FIELD_VISIT'"]],
  },
];

/** Aggregates over a value, as SQL would have them by hand. */
const aggregates: Record<string, (value: string) => string> = {
  sum: (value) => `coalesce(sum(${value}), 0)`,
  average: (value) => `avg(${value})`,
  minimum: (value) => `min(${value})`,
  maximum: (value) => `max(${value})`,
  median: (value) =>
    `(SELECT avg(v) FROM (SELECT v, row_number() OVER (ORDER BY v) AS n, count(*) OVER () AS c FROM unnest(array_agg(${value})) v WHERE v IS NOT NULL) o WHERE n IN ((c + 1) / 2, (c + 2) / 2))`,
};

/** A random question: some keys, some measures and some conditions of one of the analyses. */
const questions = fc.constantFrom(...raws).chain((raw) =>
  fc.record({
    raw: fc.constant(raw),
    keys: fc.subarray(Object.keys(raw.keys), { maxLength: 3 }),
    names: fc.subarray(Object.keys(aggregates), { minLength: 1 }),
    wheres: fc.subarray(raw.wheres),
  }),
);

describe.each(testLocations())("analyses on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.01, seed: 5 });
  });
  afterAll(() => database.close());

  test("any analysis is what SQL over the raw tables says", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(questions, async ({ raw, keys, names, wheres }) => {
        seen.add(raw.field);
        const { field } = raw;
        const measures = { ...raw.numbers, ...raw.monies };
        const document = `{ ${field}(where: { ${wheres.map(([text]) => text).join(", ")} }) { rowCount rows {
          ${keys.length > 0 ? `key { ${keys.map((key) => raw.keys[key]?.ask).join(" ")} }` : ""}
          count share countDistinct { ${Object.keys(raw.distinct).join(" ")} }
          ${Object.keys(measures)
            .map((name) => `${name} { ${names.join(" ")} share }`)
            .join(" ")}
          ${Object.keys(raw.ratios)
            .map((name) => `${name} { ratioOfSums averageOfRatios }`)
            .join(" ")}
        } } }`;
        const result = (await query(database, document))[field];

        const from = `${raw.from} ${keys.map((key) => raw.keys[key]?.join ?? "").join(" ")}`;
        const condition = wheres.map(([, sql]) => sql).join(" AND ") || "TRUE";
        const all = (sql: string) => `(SELECT ${sql} FROM ${raw.from} WHERE ${condition})`;
        const columns: [string, string][] = [
          ["count", "count(*)"],
          ["share", `count(*)::numeric / nullif(${all("count(*)")}, 0)`],
          ...Object.entries(raw.distinct).map(([name, sql]): [string, string] => [
            `countDistinct.${name}`,
            `count(DISTINCT ${sql})`,
          ]),
          ...Object.entries(measures).flatMap(([name, sql]) => [
            ...names.map((aggregate): [string, string] => [`${name}.${aggregate}`, aggregates[aggregate]?.(sql) ?? ""]),
            [`${name}.share`, `coalesce(sum(${sql}), 0)::numeric / nullif(${all(`sum(${sql})`)}, 0)`] as [
              string,
              string,
            ],
          ]),
          ...Object.entries(raw.ratios).flatMap(([name, [above, below]]): [string, string][] => [
            [`${name}.ratioOfSums`, `sum(${above}) / nullif(sum(${below}), 0)`],
            [`${name}.averageOfRatios`, `avg(${above} / nullif(${below}, 0))`],
          ]),
        ];
        const keyColumns = keys.map((key, i) => `${raw.keys[key]?.sql} AS k${i}`);
        const { rows } = await database.pool.query(
          `SELECT ${[...keyColumns, ...columns.map(([, sql], i) => `(${sql})::text AS c${i}`)].join(", ")}
           FROM ${from} WHERE ${condition} ${keys.length > 0 ? `GROUP BY ${keys.map((_, i) => i + 1).join(", ")}` : ""}`,
        );

        const nameOf = (values: unknown[]) =>
          JSON.stringify(values.map((value) => (value === null ? null : String(value))));
        const expected = new Map(rows.map((row) => [nameOf(keys.map((_, i) => row[`k${i}`])), row]));
        expect(result.rowCount).toBe(rows.length);
        for (const row of result.rows) {
          const leaf = (value: unknown) => (value && typeof value === "object" ? Object.values(value)[0] : value);
          const own = expected.get(nameOf(keys.map((key) => leaf(row.key[key]))));
          for (const [i, [path]] of columns.entries()) {
            const told = path.split(".").reduce((value, part) => value?.[part], row);
            const sql = own?.[`c${i}`];
            const isMoney = (path.split(".")[0] as string) in raw.monies && !path.endsWith(".share");
            if (sql === null || sql === undefined) expect([path, told]).toEqual([path, null]);
            else
              expect([
                path,
                Math.abs(Number(told) - Number(sql)) <= (isMoney ? 0.00501 : Math.abs(Number(sql)) * 1e-9),
              ]).toEqual([path, true]);
          }
        }
      }),
      { numRuns: Number(process.env.ANALYSIS_RUNS ?? 150) },
    );
    expect([...seen].sort()).toEqual(raws.map(({ field }) => field).sort());
  });

  test("an analysis of every region is one statement, and says what the root says by region", async () => {
    const { data, sql } = await statementsOf(
      database,
      "{ regions(first: 100) { nodes { ubigeo plotAnalysis { rows { key { crop } count hectares { sum share } } } } } }",
    );
    expect(sql.filter((statement) => statement.includes("json_agg"))).toHaveLength(1);
    expect(sql).toHaveLength(2);
    const { plotAnalysis } = await query(
      database,
      "{ plotAnalysis { rows { key { region { ubigeo } crop } count hectares { sum } } } }",
    );
    const flat = data.regions.nodes.flatMap((region: { ubigeo: string; plotAnalysis: { rows: Row[] } }) =>
      region.plotAnalysis.rows.map(({ key, count, hectares }) => ({
        key: { region: { ubigeo: region.ubigeo }, crop: key.crop },
        count,
        hectares: { sum: hectares?.sum },
      })),
    );
    expect(flat).toEqual(plotAnalysis.rows);
    for (const { plotAnalysis: own } of data.regions.nodes) {
      const shares = own.rows.reduce((sum: number, row: Row) => sum + Number(row.hectares?.share), 0);
      if (own.rows.length > 0) expect(shares).toBeCloseTo(1, 9);
    }
  });

  test.each(["zones", "provinces", "connectedLocalities", "organizations", "localGovernments"])(
    "%s have the analysis of their own records",
    async (field) => {
      const { data, sql } = await statementsOf(
        database,
        `{ ${field}: ${field === "connectedLocalities" ? "localities(where: { connections: { some: {} } }, first: 50)" : `${field}(first: 50)`} { nodes { investmentAnalysis { rows { count } } } } }`,
      );
      expect(sql).toHaveLength(2);
      expect(
        data[field].nodes.some(
          ({ investmentAnalysis }: { investmentAnalysis: { rows: Row[] } }) =>
            Number(investmentAnalysis.rows[0]?.count) > 0,
        ),
      ).toBe(true);
    },
  );

  test("rows are kept by having, sorted by orderBy, and cut by first", async () => {
    const ask = async (args: string) =>
      (
        await query(
          database,
          `{ plotAnalysis${args} { rowCount rows { key { region { name } crop } count hectares { sum } } } }`,
        )
      ).plotAnalysis;
    const all = await ask("");
    const kept = await ask(
      "(having: { hectares: { sum: { gt: 20 } }, NOT: [{ count: { lt: 5 } }] }, orderBy: [{ hectares: { sum: DESC } }], first: 4)",
    );
    const expected = all.rows
      .filter(({ count, hectares }: Row) => Number(hectares?.sum) > 20 && !(Number(count) < 5))
      .sort((a: Row, b: Row) => Number(b.hectares?.sum) - Number(a.hectares?.sum));
    expect(kept).toEqual({ rowCount: expected.length, rows: expected.slice(0, 4) });
    const byKey = await ask("(orderBy: [{ key: { crop: DESC } }, { count: ASC }])");
    expect(byKey.rows[0].key.crop).toBe("OTHER");
    expect(byKey.rows.map(({ key }: Row) => key.crop)).toEqual(
      [...byKey.rows.map(({ key }: Row) => key.crop)].sort(byCrop).reverse(),
    );
  });

  test("years and quarters without records are filled when asked", async () => {
    const { byYear } = await query(
      database,
      `{ byYear: familyAnalysis(fillYears: { from: 2016, to: 2023 }, where: { region: { ubigeo: { equals: "22" } } }) {
           rows { key { region { name } year } count povertyLikelihood { sum average } } } }`,
    );
    expect(byYear.rows.map(({ key }: Row) => key.year)).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]);
    expect(byYear.rows[0]).toEqual({
      key: { region: { name: "San Martín" }, year: 2016 },
      count: 0,
      povertyLikelihood: { sum: 0, average: null },
    });
    const quarters = await query(
      database,
      `{ trainingAnalysis(fillYears: { from: 2017, to: 2018 }, where: { topic: { equals: DIGITAL_SKILLS } }) {
           rows { key { quarter topic } count } } }`,
    );
    const names = quarters.trainingAnalysis.rows.map(({ key }: Row) => key.quarter);
    expect(names.slice(0, 8)).toEqual([2017, 2018].flatMap((year) => [1, 2, 3, 4].map((q) => `${year}-Q${q}`)));
    expect(quarters.trainingAnalysis.rows.slice(0, 4).map(({ count }: Row) => count)).toEqual([0, 0, 0, 0]);
  });

  test.each([
    ["fillYears without a period", "{ farmAnalysis(fillYears: { from: 2018, to: 2020 }) { rows { count } } }"],
    ["fillYears backwards", "{ familyAnalysis(fillYears: { from: 2020, to: 2018 }) { rows { key { year } count } } }"],
    ["too many keys", "{ plotAnalysis { rows { key { crop system variety plantedYear } count } } }"],
    ["sorting by what is not selected", "{ plotAnalysis(orderBy: [{ key: { crop: ASC } }]) { rows { count } } }"],
    ["a negative first", "{ plotAnalysis(first: -1) { rows { count } } }"],
    ["years in the wrong order", "{ incomeChangeAnalysis(from: 2022, to: 2018) { rows { count } } }"],
  ])("%s is refused", async (_what, document) => {
    const { errors } = await execute(database, document);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
      document.includes("first:") ? "BAD_PAGE" : "BAD_ARGUMENT",
    ]);
  });

  test("incomes change by the average of all, and on the average of each", async () => {
    const { incomeChangeAnalysis } = await query(
      database,
      "{ incomeChangeAnalysis(from: 2018, to: 2022) { rows { count first { average currency } last { sum } change { changeOfAverages averageOfChanges } } } }",
    );
    const { rows } = await database.pool.query(`
      SELECT count(*)::int AS families, (avg(b.net_income) / avg(a.net_income) - 1) * 100 AS of_all, avg((b.net_income / a.net_income - 1) * 100) AS of_each
      FROM household_income a JOIN household_income b ON b.family_id = a.family_id AND b.year = 2022
      WHERE a.year = 2018 AND (SELECT count(*) FROM household_income c WHERE c.family_id = a.family_id AND c.year BETWEEN 2018 AND 2022) = 5`);
    const [row] = incomeChangeAnalysis.rows;
    expect(row.count).toBe(rows[0].families);
    expect(row.change.changeOfAverages).toBeCloseTo(Number(rows[0].of_all), 6);
    expect(row.change.averageOfChanges).toBeCloseTo(Number(rows[0].of_each), 6);
    expect(row.change.changeOfAverages.toFixed(1)).toBe("97.5");
    expect(row.first.currency).toBe("USD");
  });

  test("amounts of several currencies have no sum, and each currency has its own", async () => {
    await database.pool.query("UPDATE investment SET currency = 'PEN' WHERE id % 7 = 0");
    try {
      const { mixed, apart } = await query(
        database,
        `{ mixed: investmentAnalysis { rows { count amount { currency sum average share } } }
           apart: investmentAnalysis { rows { key { currency } count amount { currency sum } } } }`,
      );
      expect(mixed.rows[0]).toMatchObject({ amount: { currency: null, sum: null, average: null, share: null } });
      expect(apart.rows.map(({ amount }: Row) => amount?.currency)).toEqual(["PEN", "USD"]);
    } finally {
      await database.pool.query("UPDATE investment SET currency = 'USD'");
    }
  });

  test("fragments, aliases and directives choose what an analysis is grouped by", async () => {
    const text = `query ($byCrop: Boolean!) { plotAnalysis { rows { ...Own again: key { region { name } } n: count } } }
      fragment Own on PlotAnalysisRow { key { ... on PlotAnalysisKey { crop @include(if: $byCrop) } } area: hectares { total: sum } }`;
    const [withCrop, without] = await Promise.all(
      [true, false].map(async (byCrop) => (await query(database, text, { byCrop })).plotAnalysis.rows),
    );
    expect(withCrop.length).toBeGreaterThan(without.length);
    expect(without[0]).toEqual({
      key: {},
      area: { total: expect.any(Number) },
      again: { region: { name: expect.any(String) } },
      n: expect.any(Number),
    });
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the shape of a row is the test's own query
type Row = Record<string, any>;

const crops = ["CACAO", "COFFEE", "BANANA", "TIMBER", "OTHER"];
const byCrop = (a: string, b: string) => crops.indexOf(a) - crops.indexOf(b);
