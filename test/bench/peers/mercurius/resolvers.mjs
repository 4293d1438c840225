import { pageOf } from "../schema.mjs";
import { commitmentsByKindAndYear, factSheet, hectaresByCropAndRegion } from "../sql.mjs";

/** The fields of the root, and those that a row already has. */
export function createResolvers(pool) {
  const all = async (name, text, values) => (await pool.query({ name, text, values })).rows;
  const one = async (name, text, values) => (await all(name, text, values))[0] ?? null;
  const total = async (name, text, values) => (await one(`${name}-total`, text, values)).count;

  /** A page and, only where it is asked for, its total. */
  const connection = async (name, { columns, from, order }, values, first) => {
    const rows = await all(name, `SELECT ${columns} ${from} ORDER BY ${order} LIMIT ${first + 1}`, values);
    return {
      ...pageOf(rows, first),
      totalCount: () => total(name, `SELECT count(*)::int AS count ${from}`, values),
    };
  };

  return {
    Query: {
      family: (_, { code }) => one("family", "SELECT * FROM family WHERE code = $1", [code]),
      localGovernment: (_, { ubigeo }) =>
        one("localGovernment", "SELECT id, ubigeo, name FROM local_government WHERE ubigeo = $1", [ubigeo]),
      region: (_, { ubigeo }) => one("region", "SELECT id, ubigeo, name FROM region WHERE ubigeo = $1", [ubigeo]),
      farms: (_, { first, region, localGovernment, crop, orderBy }) => {
        const conditions = [
          ["f.region_id = (SELECT id FROM region WHERE ubigeo = $)", region],
          ["f.local_government_id = (SELECT id FROM local_government WHERE ubigeo = $)", localGovernment],
          ["EXISTS (SELECT FROM plot p WHERE p.farm_id = f.id AND p.crop = $::crop)", crop],
        ].filter(([, value]) => value !== undefined);
        const where = conditions.map(([text], i) => text.replace("$", `$${i + 1}`)).join(" AND ") || "TRUE";
        const order = orderBy === "HECTARES_DESC" ? "f.hectares DESC, f.id" : "f.code";
        const parts = { columns: "f.*", from: `FROM farm f WHERE ${where}`, order };
        return connection(`farms ${where} ${order} ${first}`.slice(-63), parts, conditions.map(([, value]) => value), first);
      },
      investments: (_, { first, kind, from }) =>
        connection(
          "investments",
          {
            columns: "i.*",
            from: "FROM investment i WHERE i.kind = $1::investment_kind AND i.committed_on >= $2::date",
            order: "i.amount DESC, i.id",
          },
          [kind, from],
          first,
        ),
      hectaresByCropAndRegion: async () =>
        (await all("crops", hectaresByCropAndRegion)).map(({ ubigeo, name, ...row }) => ({ ...row, region: { ubigeo, name } })),
      commitmentsByKindAndYear: () => all("commitments", commitmentsByKindAndYear),
      figures: () => all("figures", factSheet),
    },
    // Compiled queries do not call what a row has for a function.
    FarmConnection: { totalCount: ({ totalCount }) => totalCount() },
    InvestmentConnection: { totalCount: ({ totalCount }) => totalCount() },
    Family: { enrolledOn: (family) => family.enrolled_on, povertyLikelihood: (family) => family.poverty_likelihood },
    Farm: { coordinates: ({ latitude, longitude }) => ({ latitude, longitude }) },
    Investment: {
      committedOn: (investment) => investment.committed_on,
      amount: ({ amount, currency }) => ({ amount, currency }),
    },
  };
}
