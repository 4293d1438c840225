SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."name", t2."id", (SELECT json_build_array(a.answer)
FROM (SELECT (SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.families, g.k0, g.r0, g.a0_0)), '[]')
FROM (SELECT q.*, dense_rank() OVER (ORDER BY q.k0 NULLS LAST) AS r0
FROM (SELECT t."region_id" AS parent, t."crop" AS k0, count(*) AS count, count(DISTINCT t."family_id") AS families, (coalesce(sum(t."hectares"), 0))::text AS a0_0
FROM "plot" t
WHERE t."region_id" = ANY(ARRAY[t2.id]) AND TRUE
GROUP BY 1, 2) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer) AS answer OFFSET 0) a), (SELECT json_build_array(a.answer)
FROM (SELECT (SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.families, g.k0, g.r0, g.a0_0, g.c0)), '[]')
FROM (SELECT q.*, dense_rank() OVER (ORDER BY q.k0 NULLS LAST) AS r0
FROM (SELECT t."region_id" AS parent, t."kind" AS k0, count(*) AS count, count(DISTINCT t."recipient_family_id") AS families, (coalesce(sum(t."amount"), 0))::text AS a0_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0
FROM "investment" t
WHERE t."region_id" = ANY(ARRAY[t2.id]) AND TRUE
GROUP BY 1, 2) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer) AS answer OFFSET 0) a)) AS r
FROM "region" t2 
WHERE EXISTS (SELECT
FROM "family" r1
WHERE r1."region_id" = t2."id")
ORDER BY t2."ubigeo" ASC LIMIT 5) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."code", t3."id", (SELECT json_build_array(a.answer)
FROM (SELECT (SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.families, g.k0, g.r0)), '[]')
FROM (SELECT q.*, dense_rank() OVER (ORDER BY q.k0 NULLS LAST) AS r0
FROM (SELECT m1.zone_id AS parent, t."sex" AS k0, count(*) AS count, count(DISTINCT t."family_id") AS families
FROM "family_member" t
LEFT JOIN zone_coverage m1 ON m1.local_government_id = t."local_government_id"
WHERE m1.zone_id = ANY(ARRAY[t3.id]) AND TRUE
GROUP BY 1, 2) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer) AS answer OFFSET 0) a)) AS r
FROM "zone" t3 
WHERE TRUE
ORDER BY t3."code" ASC LIMIT 3) x);
