// One statement each, whose only column is the JSON of the answer.

const written = ([row]) => (row ? row[0] : "null");

export const district = {
  text: `SELECT json_build_object('localGovernment', json_build_object('name', g.name, 'families', json_build_object('nodes', (
      SELECT coalesce(json_agg(row_to_json(x)), '[]') FROM (
        SELECT y.code, y.enrolled_on AS "enrolledOn", y.poverty_likelihood::float8 AS "povertyLikelihood",
          json_build_object('nodes', (SELECT coalesce(json_agg(row_to_json(f)), '[]') FROM (
            SELECT code, hectares::float8 AS hectares FROM farm WHERE family_id = y.id ORDER BY code LIMIT 20) f)) AS farms,
          json_build_object('edges', (SELECT coalesce(json_agg(row_to_json(t)), '[]') FROM (
            SELECT p.attendance_rate::float8 AS "attendanceRate",
              json_build_object('code', t.code, 'title', t.title, 'topic', t.topic, 'startsOn', t.starts_on) AS node
            FROM training_participation p JOIN training t ON t.id = p.training_id
            WHERE p.family_id = y.id ORDER BY t.code, p.id LIMIT 20) t)) AS trainings
        FROM family y WHERE y.local_government_id = g.id ORDER BY y.code LIMIT 50) x))))::text
    FROM local_government g WHERE g.ubigeo = $1`,
  values: ({ ubigeo }) => [ubigeo],
  write: written,
};

export const region = {
  text: `SELECT json_build_object('region', json_build_object('name', r.name, 'localGovernments', json_build_object('nodes', (
      SELECT coalesce(json_agg(row_to_json(x)), '[]') FROM (
        SELECT g.ubigeo, g.name, json_build_object('nodes', (SELECT coalesce(json_agg(row_to_json(f)), '[]') FROM (
          SELECT y.code,
            json_build_object('nodes', (SELECT coalesce(json_agg(row_to_json(a)), '[]') FROM (
              SELECT code, hectares::float8 AS hectares FROM farm WHERE family_id = y.id ORDER BY code LIMIT 3) a)) AS farms,
            json_build_object('nodes', (SELECT coalesce(json_agg(row_to_json(i)), '[]') FROM (
              SELECT code, kind, committed_on AS "committedOn",
                json_build_object('amount', amount::text, 'currency', currency) AS amount
              FROM investment WHERE recipient_family_id = y.id ORDER BY code LIMIT 3) i)) AS investments
          FROM family y WHERE y.local_government_id = g.id ORDER BY y.code LIMIT 10) f)) AS families
        FROM local_government g
        WHERE g.region_id = r.id AND EXISTS (SELECT FROM family y WHERE y.local_government_id = g.id)
        ORDER BY g.ubigeo LIMIT 10) x))))::text
    FROM region r WHERE r.ubigeo = $1`,
  values: ({ ubigeo }) => [ubigeo],
  write: written,
};
