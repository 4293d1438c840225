import { pageOf } from "../schema.mjs";
import { commitmentsByKindAndYear, factSheet, hectaresByCropAndRegion } from "../sql.mjs";

/** The fields of the root, and those that a row already has. */
export function createResolvers(pool) {
  const names = new Map();
  /** PostgreSQL plans a named statement once. */
  const named = (text) => {
    if (!names.has(text)) names.set(text, `s${names.size}`);
    return names.get(text);
  };
  const all = async (text, values) => (await pool.query({ name: named(text), text, values })).rows;
  const one = async (text, values) => (await all(text, values))[0] ?? null;

  /** A page and, only where it is asked for, its total. */
  const connection = async ({ from, order }, values, first) => ({
    ...pageOf(await all(`SELECT * ${from} ORDER BY ${order} LIMIT ${first + 1}`, values), first),
    totalCount: async () => (await one(`SELECT count(*)::int AS count ${from}`, values)).count,
  });

  return {
    Query: {
      family: (_, { code }) => one("SELECT * FROM family WHERE code = $1", [code]),
      localGovernment: (_, { ubigeo }) =>
        one("SELECT id, ubigeo, name FROM local_government WHERE ubigeo = $1", [ubigeo]),
      region: (_, { ubigeo }) => one("SELECT id, ubigeo, name FROM region WHERE ubigeo = $1", [ubigeo]),
      farms: (_, { first, region, localGovernment, crop, orderBy }) => {
        const conditions = [
          ["f.region_id = (SELECT id FROM region WHERE ubigeo = $)", region],
          ["f.local_government_id = (SELECT id FROM local_government WHERE ubigeo = $)", localGovernment],
          ["EXISTS (SELECT FROM plot p WHERE p.farm_id = f.id AND p.crop = $::crop)", crop],
        ].filter(([, value]) => value !== undefined);
        const where = conditions.map(([text], i) => text.replace("$", `$${i + 1}`)).join(" AND ") || "TRUE";
        const order = orderBy === "HECTARES_DESC" ? "f.hectares DESC, f.id" : "f.code";
        return connection(
          { from: `FROM farm f WHERE ${where}`, order },
          conditions.map(([, value]) => value),
          first,
        );
      },
      investments: (_, { first, kind, from }) => {
        const where = "i.kind = $1::investment_kind AND i.committed_on >= $2::date";
        return connection(
          { from: `FROM investment i WHERE ${where}`, order: "i.amount DESC, i.id" },
          [kind, from],
          first,
        );
      },
      hectaresByCropAndRegion: async () =>
        (await all(hectaresByCropAndRegion)).map(({ ubigeo, name, ...row }) => ({
          ...row,
          region: { ubigeo, name },
        })),
      commitmentsByKindAndYear: () => all(commitmentsByKindAndYear),
      figures: () => all(factSheet),
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
