WITH v AS MATERIALIZED (SELECT count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(sum(id), 0) AS version
FROM "data_change") SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."id", t2."code", t2."consent_status", t2."consent_scope", t2."consent_on"::text, (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."year", t3."net_income"::text, t3."currency", t3."id") AS r
FROM "household_income" t3 
WHERE t3."family_id" = t2."id"
ORDER BY t3."year" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t4."id", t4."family_id", t4."year", t4."net_income"::text, t4."currency") AS r
FROM "household_income" t4 
WHERE t4."family_id" = t2."id"
ORDER BY t4."year" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t5."id", t5."code", t5."birth_year", t6."id", t6."code") AS r
FROM "family_member" t5
LEFT JOIN "family" t6 ON t6."id" = t5."family_id" 
WHERE t5."family_id" = t2."id"
ORDER BY t5."id" ASC LIMIT 3) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "family_member" t7
WHERE t7."family_id" = t2."id" AND TRUE), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t8."code", t8."id", t8."latitude", t8."longitude", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t9."area_code", t9."id", t9."code") AS r
FROM "coca_free_verification" t9 
WHERE t9."farm_id" = t8."id"
ORDER BY t9."id" ASC LIMIT 2) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t10."code", t10."id", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t11."kg"::text, t11."price_per_kg"::text, t11."currency", t11."id") AS r
FROM "harvest" t11 
WHERE t11."plot_id" = t10."id"
ORDER BY t11."year" ASC) x)) AS r
FROM "plot" t10 
WHERE t10."farm_id" = t8."id"
ORDER BY t10."id" ASC LIMIT 21) x)) AS r
FROM "farm" t8 
WHERE t8."family_id" = t2."id"
ORDER BY t8."id" ASC LIMIT 21) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t12."code", t12."id", t12."recipient_family_id", t13."id", t13."code", t14."id", t15."id", t16."id") AS r
FROM "investment" t12
LEFT JOIN "family" t13 ON t13."id" = t12."recipient_family_id"
LEFT JOIN "local_government" t14 ON t14."id" = t12."recipient_local_government_id"
LEFT JOIN "locality" t15 ON t15."id" = t12."recipient_locality_id"
LEFT JOIN "enterprise" t16 ON t16."id" = t12."recipient_enterprise_id" 
WHERE t12."recipient_family_id" = t2."id"
ORDER BY t12."id" ASC LIMIT 2) x), (SELECT json_agg(g.r
ORDER BY g.c)
FROM (SELECT t17."currency" AS c, json_build_array(t17."currency", count(*), sum(t17."amount")::text) AS r
FROM "investment" t17
WHERE t17."recipient_family_id" = t2."id" AND TRUE
GROUP BY t17."currency") g)) AS r
FROM "family" t2 
WHERE t2."region_id" = (SELECT r1."id"
FROM "region" r1
WHERE r1."ubigeo" = $1::"text")
ORDER BY t2."id" ASC LIMIT 3) x), v.version, CASE WHEN $4::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $3::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, count(*) AS records, count(*) FILTER (WHERE j1."ubigeo" = $2::"text") AS taken, count(*) FILTER (WHERE j1."ubigeo" = $2::"text") AS in_places, count(*) AS in_slices, count(*) FILTER (WHERE j1."ubigeo" = $2::"text") AS counted, array_agg(t.id) AS families
FROM "family" t JOIN "region" j1 ON j1."id" = t."region_id"
WHERE TRUE
GROUP BY t."local_government_id") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo) x) END, CASE WHEN $4::"text" = v.version THEN NULL ELSE NULL END, CASE WHEN $6::"text" = v.version THEN NULL ELSE (SELECT json_agg(row_to_json(x))
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.parent, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $5::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, t."local_government_id" AS parent, count(*) AS records, count(*) AS taken, count(*) AS in_places, count(*) AS in_slices, count(*) AS counted, array_agg(t.id) AS families
FROM "family" t
WHERE TRUE
GROUP BY t."local_government_id", t."local_government_id") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.parent) x) END, CASE WHEN $6::"text" = v.version THEN NULL ELSE NULL END, (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t18."name", t18."id") AS r
FROM "local_government" t18 
WHERE EXISTS (SELECT
FROM "family" r1
WHERE r1."local_government_id" = t18."id")
ORDER BY t18."ubigeo" ASC LIMIT 4) x)
FROM v;
