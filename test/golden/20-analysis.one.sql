WITH v AS MATERIALIZED (SELECT count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(sum(id), 0) AS version
FROM "data_change") SELECT v.version, CASE WHEN $2::"text" = v.version THEN NULL ELSE (SELECT json_build_array(a.answer)
FROM (SELECT (SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.k0, g.k1, g.r0, g.r1, g.d0, g.a0_0, g.a0_1, g.a1_0, g.a2_0, g.c0)), '[]')
FROM (SELECT q.*, dense_rank() OVER (ORDER BY q.k0 NULLS LAST) AS r0, q.k1::int4 AS r1
FROM (SELECT t."year" AS k1, t."crop" AS k0, NULL AS parent, count(*) AS count, count(DISTINCT t."family_id") AS d0, (coalesce(sum(t."kg"), 0))::text AS a0_0, (avg(t."kg"))::text AS a0_1, (coalesce(sum((t."kg" * t."price_per_kg")), 0))::text AS a1_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0, ((sum(t."kg")::numeric / nullif(sum(t."hectares"), 0)))::text AS a2_0
FROM "harvest" t
WHERE t."year" >= $1::"int4"
GROUP BY 1, 2) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer) AS answer OFFSET 0) a) END, CASE WHEN $3::"text" = v.version THEN NULL ELSE (SELECT json_build_array(a.answer)
FROM (SELECT (SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.k0, g.k1, g.r0, g.r1, g.a0_0, g.a0_1)), '[]')
FROM (SELECT q.*, q.k0::int4 AS r0, dense_rank() OVER (ORDER BY q.k1 NULLS LAST) AS r1
FROM (SELECT extract(year
FROM t."starts_on")::int4 AS k0, t."topic" AS k1, NULL AS parent, count(*) AS count, (coalesce(sum(t."hours"), 0))::text AS a0_0, (max(t."hours"))::text AS a0_1
FROM "training" t
WHERE TRUE
GROUP BY 1, 2) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer) AS answer OFFSET 0) a) END, CASE WHEN $4::"text" = v.version THEN NULL ELSE (SELECT json_build_array(a.answer, (SELECT json_agg(json_build_array(t2."id", t2."code", t2."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."code") AS r
FROM "training" t3 
WHERE t3."organization_id" = t2."id"
ORDER BY t3."starts_on" ASC, t3."id" ASC LIMIT 2) x), (SELECT json_build_array(json_build_array(NULL, count(*), sum(t4."hours")::text))
FROM "training" t4
WHERE t4."organization_id" = t2."id" AND TRUE)))
FROM "organization" t2
WHERE t2.id IN (SELECT (g->>2)::int4
FROM json_array_elements(a.answer->'groups') g)))
FROM (SELECT (SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.k0, g.r0)), '[]')
FROM (SELECT q.*, s0.place AS r0
FROM (SELECT t."organization_id" AS k0, NULL AS parent, count(*) AS count
FROM "training" t
WHERE TRUE
GROUP BY 1) q
LEFT JOIN (SELECT s.id, row_number() OVER (ORDER BY s."code"::text COLLATE "C") AS place
FROM "organization" s) s0 ON s0.id = q.k0) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer) AS answer OFFSET 0) a) END, CASE WHEN $12::"text" = v.version THEN NULL ELSE (SELECT json_build_array(a.answer, (SELECT json_agg(json_build_array(t5."id", t5."code"))
FROM "zone" t5
WHERE t5.id IN (SELECT (g->>2)::int4
FROM json_array_elements(a.answer->'groups') g)))
FROM (SELECT (SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.k0, g.r0, g.a0_0)), '[]')
FROM (SELECT q.*, s0.place AS r0
FROM (SELECT m1.zone_id AS k0, NULL AS parent, count(*) AS count, (((sum(last_income.net_income)::numeric / nullif(sum(first_income.net_income), 0) - 1) * 100))::text AS a0_0
FROM "family" t JOIN household_income first_income ON first_income.family_id = t.id AND first_income.year = $5::"int4" JOIN household_income last_income ON last_income.family_id = t.id AND last_income.year = $6::"int4"
LEFT JOIN zone_coverage m1 ON m1.local_government_id = t."local_government_id"
WHERE (EXISTS (SELECT
FROM "household_income" r1
WHERE (r1."family_id" = t."id" AND r1."year" = $7::"int4")) AND EXISTS (SELECT
FROM "household_income" r2
WHERE (r2."family_id" = t."id" AND r2."year" = $8::"int4")) AND EXISTS (SELECT
FROM "household_income" r3
WHERE (r3."family_id" = t."id" AND r3."year" = $9::"int4")) AND EXISTS (SELECT
FROM "household_income" r4
WHERE (r4."family_id" = t."id" AND r4."year" = $10::"int4")) AND EXISTS (SELECT
FROM "household_income" r5
WHERE (r5."family_id" = t."id" AND r5."year" = $11::"int4")))
GROUP BY 1) q
LEFT JOIN (SELECT s.id, row_number() OVER (ORDER BY s."code"::text COLLATE "C") AS place
FROM "zone" s) s0 ON s0.id = q.k0) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer) AS answer OFFSET 0) a) END
FROM v;
