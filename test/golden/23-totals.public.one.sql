WITH v AS MATERIALIZED (SELECT count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(sum(id), 0) AS version
FROM "data_change") SELECT v.version, CASE WHEN $2::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $1::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, count(*) AS records, count(*) AS taken, count(*) AS in_places, count(*) AS in_slices, count(*) AS counted, array_agg(t.id) AS families
FROM "family" t
WHERE TRUE
GROUP BY t."local_government_id") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo) x) END, CASE WHEN $2::"text" = v.version THEN NULL ELSE NULL END, CASE WHEN $6::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT coalesce(c.place, 0) AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.currency, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted, c.sum0::text AS sum0,
      CASE WHEN coalesce(cardinality(c.families), 0) < $5::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, t."kind" AS slice0, t."currency" AS currency, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE t."kind" = $3::"investment_kind" AND t."recipient_family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE t."kind" = $3::"investment_kind" AND t."recipient_family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE t."kind" = $3::"investment_kind" AND t."amount" > $4::"numeric") AS counted, sum(t."amount") FILTER (WHERE t."kind" = $3::"investment_kind" AND t."amount" > $4::"numeric") AS sum0, array_agg(DISTINCT t."recipient_family_id") FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS families
FROM "investment" t
WHERE TRUE AND t."recipient_family_id" IS NOT NULL AND coalesce((SELECT TRUE
FROM "investment" t
WHERE TRUE AND t."recipient_family_id" IS NOT NULL AND t."kind" = $3::"investment_kind" LIMIT 1), FALSE)
GROUP BY t."local_government_id", t."kind", t."currency" UNION ALL SELECT NULL AS place, NULL AS slice0, t."currency" AS currency, 0 AS records, 0 AS taken, 0 AS in_places, 0 AS in_slices, count(*) AS counted, sum(t."amount") AS sum0, NULL AS families
FROM "investment" t
WHERE TRUE AND NOT (t."recipient_family_id" IS NOT NULL) AND t."kind" = $3::"investment_kind" AND t."amount" > $4::"numeric"
GROUP BY t."currency") c
LEFT JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0, c.currency) x) END, CASE WHEN $6::"text" = v.version THEN NULL ELSE NULL END, CASE WHEN $9::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted, c.sum0::text AS sum0,
      CASE WHEN coalesce(cardinality(c.families), 0) < $8::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, t."crop" AS slice0, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE t."crop" = $7::"crop" AND t."family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE t."crop" = $7::"crop" AND t."family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE t."crop" = $7::"crop") AS counted, sum(t."hectares") FILTER (WHERE t."crop" = $7::"crop") AS sum0, array_agg(DISTINCT t."family_id") FILTER (WHERE t."family_id" IS NOT NULL) AS families
FROM "plot" t
WHERE TRUE
GROUP BY t."local_government_id", t."crop") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0) x) END, CASE WHEN $9::"text" = v.version THEN NULL ELSE NULL END, CASE WHEN $11::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.parent, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $10::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, t."region_id" AS parent, count(*) AS records, count(*) AS taken, count(*) AS in_places, count(*) AS in_slices, count(*) AS counted, array_agg(t.id) AS families
FROM "family" t
WHERE TRUE
GROUP BY t."local_government_id", t."region_id") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.parent) x) END, CASE WHEN $11::"text" = v.version THEN NULL ELSE NULL END, CASE WHEN $13::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.parent, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted, c.sum0::text AS sum0,
      CASE WHEN coalesce(cardinality(c.families), 0) < $12::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, t."region_id" AS parent, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS in_slices, count(*) AS counted, sum(t."hectares") AS sum0, array_agg(DISTINCT t."family_id") FILTER (WHERE t."family_id" IS NOT NULL) AS families
FROM "farm" t
WHERE TRUE
GROUP BY t."local_government_id", t."region_id") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.parent) x) END, CASE WHEN $13::"text" = v.version THEN NULL ELSE NULL END, (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t5."name", t5."id") AS r
FROM "region" t5 
WHERE t5."ubigeo" = ANY($14::"text"[])
ORDER BY t5."ubigeo" ASC LIMIT 21) x), CASE WHEN $16::"text" = v.version THEN NULL ELSE (SELECT json_build_array(a.answer, (SELECT json_agg(json_build_array(t10."id", t10."name"))
FROM "region" t10
WHERE t10.id IN (SELECT (g->>2)::int4
FROM json_array_elements(a.answer->'groups') g)))
FROM (SELECT (SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.k0, g.r0)), '[]')
FROM (SELECT q.*, s0.place AS r0
FROM (SELECT t."region_id" AS k0, NULL AS parent, count(*) AS count
FROM "family" t
WHERE TRUE
GROUP BY 1) q
LEFT JOIN (SELECT s.id, row_number() OVER (ORDER BY s."ubigeo"::text COLLATE "C") AS place
FROM "region" s) s0 ON s0.id = q.k0) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $15::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, count(*) AS records, count(*) AS taken, count(*) AS in_places, count(*) AS in_slices, count(*) AS counted, array_agg(t.id) AS families
FROM "family" t
WHERE TRUE
GROUP BY t."local_government_id") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo) c) AS cells) answer) AS answer OFFSET 0) a) END, (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t11."code", t11."kind", t11."amount"::text, t11."currency", t11."id", t12."id", t13."id", t13."name", t14."id", t14."name", t15."id") AS r
FROM (SELECT t11.*
FROM "investment" t11 
WHERE (NOT EXISTS (SELECT
FROM "family" r1
WHERE r1."id" = t11."recipient_family_id") OR t11."id" = ANY($17::"int4"[]))
ORDER BY t11."committed_on" ASC, t11."code" ASC LIMIT 4) t11
LEFT JOIN "family" t12 ON t12."id" = t11."recipient_family_id"
LEFT JOIN "local_government" t13 ON t13."id" = t11."recipient_local_government_id"
LEFT JOIN "locality" t14 ON t14."id" = t11."recipient_locality_id"
LEFT JOIN "enterprise" t15 ON t15."id" = t11."recipient_enterprise_id"
ORDER BY t11."committed_on" ASC, t11."code" ASC) x), CASE WHEN $19::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT coalesce(c.place, 0) AS place, l.province_id AS province, l.region_id AS region, c.currency, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted, c.sum0::text AS sum0,
      CASE WHEN coalesce(cardinality(c.families), 0) < $18::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, t."currency" AS currency, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS in_slices, count(*) AS counted, sum(t."amount") AS sum0, array_agg(DISTINCT t."recipient_family_id") FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS families
FROM "investment" t
WHERE TRUE AND t."recipient_family_id" IS NOT NULL AND coalesce((SELECT TRUE
FROM "investment" t
WHERE TRUE AND t."recipient_family_id" IS NOT NULL AND TRUE LIMIT 1), FALSE)
GROUP BY t."local_government_id", t."currency" UNION ALL SELECT NULL AS place, t."currency" AS currency, 0 AS records, 0 AS taken, 0 AS in_places, 0 AS in_slices, count(*) AS counted, sum(t."amount") AS sum0, NULL AS families
FROM "investment" t
WHERE TRUE AND NOT (t."recipient_family_id" IS NOT NULL) AND TRUE AND TRUE
GROUP BY t."currency") c
LEFT JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.currency) x) END, CASE WHEN $19::"text" = v.version THEN NULL ELSE NULL END
FROM v;
