SELECT "t0"."id", "t0"."code" FROM "public"."zone" AS "t0" WHERE 1=1 ORDER BY "t0"."code" ASC LIMIT $1;

SELECT "t0"."id", "t0"."ubigeo", "t0"."name" FROM "public"."region" AS "t0" WHERE EXISTS(SELECT "t1"."region_id" FROM "public"."family" AS "t1" WHERE (1=1 AND ("t0"."id") = ("t1"."region_id") AND "t1"."region_id" IS NOT NULL)) ORDER BY "t0"."ubigeo" ASC LIMIT $1;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.families, g.k0, g.r0)), '[]') FROM (SELECT q.*, dense_rank() OVER (ORDER BY q.k0 NULLS LAST) AS r0 FROM (SELECT m1.zone_id AS parent, t."sex" AS k0, count(*) AS count, count(DISTINCT t."family_id") AS families FROM "family_member" t LEFT JOIN zone_coverage m1 ON m1.local_government_id = t."local_government_id" WHERE m1.zone_id = ANY($1::"int4"[]) AND TRUE GROUP BY 1, 2) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.families, g.k0, g.r0, g.a0_0)), '[]') FROM (SELECT q.*, dense_rank() OVER (ORDER BY q.k0 NULLS LAST) AS r0 FROM (SELECT t."region_id" AS parent, t."crop" AS k0, count(*) AS count, count(DISTINCT t."family_id") AS families, (coalesce(sum(t."hectares"), 0))::text AS a0_0 FROM "plot" t WHERE t."region_id" = ANY($1::"int4"[]) AND TRUE GROUP BY 1, 2) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.families, g.k0, g.r0, g.a0_0, g.c0)), '[]') FROM (SELECT q.*, dense_rank() OVER (ORDER BY q.k0 NULLS LAST) AS r0 FROM (SELECT t."region_id" AS parent, t."kind" AS k0, count(*) AS count, count(DISTINCT t."recipient_family_id") AS families, (coalesce(sum(t."amount"), 0))::text AS a0_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0 FROM "investment" t WHERE t."region_id" = ANY($1::"int4"[]) AND TRUE GROUP BY 1, 2) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;
