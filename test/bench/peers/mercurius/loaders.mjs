/** One statement for each place of the operation where something hangs on a list. Keys that differ are many, so their cache is off. */
export function loaders(pool) {
  const opts = { cache: false };

  /** The first rows of each parent, in the order of the parents. */
  const lists = (name, key, inner, shape = (nodes) => ({ nodes })) => ({
    opts,
    async loader(queries) {
      const { first } = queries[0].params;
      const text = `SELECT k.n, x.* FROM unnest($1::int[]) WITH ORDINALITY AS k (id, n) CROSS JOIN LATERAL (${inner}) x`;
      const ids = queries.map(({ obj }) => obj[key]);
      const { rows } = await pool.query({ name, text, values: [ids, first] });
      const found = queries.map(() => []);
      for (const row of rows) found[row.n - 1].push(row);
      return found.map(shape);
    },
  });

  const localGovernment = {
    opts,
    async loader(queries) {
      const ids = queries.map(({ obj }) => obj.local_government_id);
      const text = "SELECT id, ubigeo, name FROM local_government WHERE id = ANY($1)";
      const { rows } = await pool.query({ name: "localGovernments", text, values: [[...new Set(ids)]] });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    },
  };

  return {
    Region: {
      localGovernments: lists(
        "localGovernmentsOf",
        "id",
        `SELECT id, ubigeo, name FROM local_government g
         WHERE region_id = k.id AND EXISTS (SELECT FROM family y WHERE y.local_government_id = g.id) ORDER BY ubigeo LIMIT $2`,
      ),
    },
    LocalGovernment: {
      families: lists(
        "familiesOf",
        "id",
        "SELECT * FROM family WHERE local_government_id = k.id ORDER BY code LIMIT $2",
      ),
    },
    Family: {
      localGovernment,
      farms: lists(
        "farmsOf",
        "id",
        "SELECT code, hectares, altitude FROM farm WHERE family_id = k.id ORDER BY code LIMIT $2",
      ),
      trainings: lists(
        "trainingsOf",
        "id",
        `SELECT p.attendance_rate, t.code, t.title, t.topic, t.starts_on
         FROM training_participation p JOIN training t ON t.id = p.training_id
         WHERE p.family_id = k.id ORDER BY t.code, p.id LIMIT $2`,
        (rows) => ({
          edges: rows.map(({ attendance_rate, starts_on, ...training }) => ({
            attendanceRate: attendance_rate,
            node: { ...training, startsOn: starts_on },
          })),
        }),
      ),
      investments: lists(
        "investmentsOf",
        "id",
        "SELECT * FROM investment WHERE recipient_family_id = k.id ORDER BY code LIMIT $2",
      ),
    },
    Farm: { localGovernment },
    Investment: { localGovernment },
  };
}
