WITH v AS MATERIALIZED (SELECT count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(sum(id), 0) AS version
FROM "data_change") SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."id", t2."code", t2."enrolled_on"::text, t3."id", t3."ubigeo", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t4."code", t4."id", t4."hectares"::text, t4."latitude", t4."longitude") AS r
FROM "farm" t4 
WHERE t4."family_id" = t2."id" AND EXISTS (SELECT
FROM "family" r1
WHERE (r1."id" = t4."family_id" AND (EXISTS (SELECT
FROM "region" r2
WHERE (r2."id" = r1."region_id" AND r2."ubigeo" = ANY($1::"text"[]))) AND r1."consent_status" = $2::"consent_status" AND r1."consent_scope" = $3::"consent_scope")))
ORDER BY t4."id" ASC LIMIT 2) x), (SELECT json_build_array(json_build_array(NULL, count(*), sum(t5."hectares")::text))
FROM "farm" t5
WHERE t5."family_id" = t2."id" AND TRUE), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "family_member" t7
WHERE t7."family_id" = t2."id" AND TRUE)) AS r
FROM (SELECT t2.*
FROM "family" t2 
WHERE (EXISTS (SELECT
FROM "region" r1
WHERE (r1."id" = t2."region_id" AND r1."ubigeo" = ANY($4::"text"[]))) AND t2."consent_status" = $5::"consent_status" AND t2."consent_scope" = $6::"consent_scope")
ORDER BY t2."enrolled_on" ASC, t2."id" ASC LIMIT 4) t2
LEFT JOIN "region" t3 ON t3."id" = t2."region_id"
ORDER BY t2."enrolled_on" ASC, t2."id" ASC) x), v.version, CASE WHEN $11::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $10::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, count(*) AS records, count(*) AS taken, count(*) AS in_places, count(*) AS in_slices, count(*) AS counted, array_agg(t.id) AS families
FROM "family" t JOIN "region" j1 ON j1."id" = t."region_id"
WHERE (j1."ubigeo" = ANY($7::"text"[]) AND t."consent_status" = $8::"consent_status" AND t."consent_scope" = $9::"consent_scope")
GROUP BY t."local_government_id") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo) x) END, CASE WHEN $11::"text" = v.version THEN NULL ELSE NULL END, CASE WHEN $17::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.parent, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $15::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, t."region_id" AS parent, count(*) AS records, count(*) AS taken, count(*) AS in_places, count(*) AS in_slices, count(*) AS counted, array_agg(t.id) AS families
FROM "family" t JOIN "region" j1 ON j1."id" = t."region_id"
WHERE (j1."ubigeo" = ANY($12::"text"[]) AND t."consent_status" = $13::"consent_status" AND t."consent_scope" = $14::"consent_scope")
GROUP BY t."local_government_id", t."region_id") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.parent) x) END, CASE WHEN $17::"text" = v.version THEN NULL ELSE (SELECT json_agg(t10.id)
FROM "region" t10
WHERE t10."ubigeo" = ANY($16::"text"[])) END, (SELECT json_agg(t11.id)
FROM "region" t11
WHERE t11."ubigeo" = ANY($18::"text"[])), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t8."ubigeo", t8."id", (SELECT json_build_array(a.answer)
FROM (SELECT (SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.families)), '[]')
FROM (SELECT q.*
FROM (SELECT t."region_id" AS parent, count(*) AS count, count(*) AS families
FROM "family" t JOIN "region" j1 ON j1."id" = t."region_id"
WHERE t."region_id" = ANY(ARRAY[t8.id]) AND (j1."ubigeo" = ANY($19::"text"[]) AND t."consent_status" = $20::"consent_status" AND t."consent_scope" = $21::"consent_scope")
GROUP BY 1) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer) AS answer OFFSET 0) a)) AS r
FROM "region" t8 
WHERE t8."ubigeo" = ANY($22::"text"[])
ORDER BY t8."ubigeo" ASC LIMIT 21) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t12."code", t12."id", t12."recipient_family_id", t12."amount"::text, t12."currency", t13."id", t13."code", t14."id", t15."id", t16."id") AS r
FROM (SELECT t12.*
FROM "investment" t12 
WHERE (t12."kind" = $23::"investment_kind" AND (NOT EXISTS (SELECT
FROM "family" r1
WHERE r1."id" = t12."recipient_family_id") OR EXISTS (SELECT
FROM "family" r2
WHERE (r2."id" = t12."recipient_family_id" AND (EXISTS (SELECT
FROM "region" r3
WHERE (r3."id" = r2."region_id" AND r3."ubigeo" = ANY($24::"text"[]))) AND r2."consent_status" = $25::"consent_status" AND r2."consent_scope" = $26::"consent_scope")))))
ORDER BY t12."id" ASC LIMIT 4) t12
LEFT JOIN "family" t13 ON t13."id" = t12."recipient_family_id"
LEFT JOIN "local_government" t14 ON t14."id" = t12."recipient_local_government_id"
LEFT JOIN "locality" t15 ON t15."id" = t12."recipient_locality_id"
LEFT JOIN "enterprise" t16 ON t16."id" = t12."recipient_enterprise_id"
ORDER BY t12."id" ASC) x), CASE WHEN $32::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT coalesce(c.place, 0) AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.currency, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted, c.sum0::text AS sum0,
      CASE WHEN coalesce(cardinality(c.families), 0) < $31::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, t."kind" AS slice0, t."currency" AS currency, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE t."kind" = $27::"investment_kind" AND t."recipient_family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE t."kind" = $27::"investment_kind" AND t."recipient_family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE t."kind" = $27::"investment_kind") AS counted, sum(t."amount") FILTER (WHERE t."kind" = $27::"investment_kind") AS sum0, array_agg(DISTINCT t."recipient_family_id") FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS families
FROM "investment" t
WHERE (NOT EXISTS (SELECT
FROM "family" r1
WHERE r1."id" = t."recipient_family_id") OR EXISTS (SELECT
FROM "family" r2
WHERE (r2."id" = t."recipient_family_id" AND (EXISTS (SELECT
FROM "region" r3
WHERE (r3."id" = r2."region_id" AND r3."ubigeo" = ANY($28::"text"[]))) AND r2."consent_status" = $29::"consent_status" AND r2."consent_scope" = $30::"consent_scope")))) AND t."recipient_family_id" IS NOT NULL AND coalesce((SELECT TRUE
FROM "investment" t
WHERE (NOT EXISTS (SELECT
FROM "family" r1
WHERE r1."id" = t."recipient_family_id") OR EXISTS (SELECT
FROM "family" r2
WHERE (r2."id" = t."recipient_family_id" AND (EXISTS (SELECT
FROM "region" r3
WHERE (r3."id" = r2."region_id" AND r3."ubigeo" = ANY($28::"text"[]))) AND r2."consent_status" = $29::"consent_status" AND r2."consent_scope" = $30::"consent_scope")))) AND t."recipient_family_id" IS NOT NULL AND t."kind" = $27::"investment_kind" LIMIT 1), FALSE)
GROUP BY t."local_government_id", t."kind", t."currency" UNION ALL SELECT NULL AS place, NULL AS slice0, t."currency" AS currency, 0 AS records, 0 AS taken, 0 AS in_places, 0 AS in_slices, count(*) AS counted, sum(t."amount") AS sum0, NULL AS families
FROM "investment" t
WHERE (NOT EXISTS (SELECT
FROM "family" r1
WHERE r1."id" = t."recipient_family_id") OR EXISTS (SELECT
FROM "family" r2
WHERE (r2."id" = t."recipient_family_id" AND (EXISTS (SELECT
FROM "region" r3
WHERE (r3."id" = r2."region_id" AND r3."ubigeo" = ANY($28::"text"[]))) AND r2."consent_status" = $29::"consent_status" AND r2."consent_scope" = $30::"consent_scope")))) AND NOT (t."recipient_family_id" IS NOT NULL) AND t."kind" = $27::"investment_kind" AND TRUE
GROUP BY t."currency") c
LEFT JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0, c.currency) x) END, CASE WHEN $32::"text" = v.version THEN NULL ELSE NULL END
FROM v;
