SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."code", t2."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."year", t3."hectares"::text, t4."id", t4."title", t3."id") AS r
FROM "coca_area" t3
LEFT JOIN "source" t4 ON t4."id" = t3."source_id" 
WHERE t3."zone_id" = t2."id"
ORDER BY t3."year" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t5."evidence", t6."id", t6."name", t7."id", t7."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t9."id", t9."code") AS r
FROM "zone_coverage" t8
LEFT JOIN "zone" t9 ON t9."id" = t8."zone_id"
LEFT JOIN "zone" o1 ON o1."id" = t8."zone_id"
WHERE t8."region_id" = t7."id"
ORDER BY o1."code" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t11."id", t11."code") AS r
FROM "zone_coverage" t10
LEFT JOIN "zone" t11 ON t11."id" = t10."zone_id"
LEFT JOIN "zone" o1 ON o1."id" = t10."zone_id"
WHERE t10."local_government_id" = t6."id"
ORDER BY o1."code" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t12."code") AS r
FROM "family" t12 
WHERE t12."local_government_id" = t6."id"
ORDER BY t12."code" ASC LIMIT 2) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "family" t13
WHERE t13."local_government_id" = t6."id" AND TRUE)) AS r
FROM "zone_coverage" t5
LEFT JOIN "local_government" t6 ON t6."id" = t5."local_government_id"
LEFT JOIN "region" t7 ON t7."id" = t6."region_id"
LEFT JOIN "local_government" o1 ON o1."id" = t5."local_government_id"
WHERE t5."zone_id" = t2."id" AND EXISTS (SELECT
FROM "local_government" r1
WHERE (r1."id" = t5."local_government_id" AND EXISTS (SELECT
FROM "family" r2
WHERE r2."local_government_id" = r1."id")))
ORDER BY o1."name_sort" ASC, t5."id" ASC LIMIT 3) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "zone_coverage" t14
WHERE t14."zone_id" = t2."id" AND EXISTS (SELECT
FROM "local_government" r1
WHERE (r1."id" = t14."local_government_id" AND EXISTS (SELECT
FROM "family" r2
WHERE r2."local_government_id" = r1."id"))))) AS r
FROM "zone" t2 
WHERE EXISTS (SELECT
FROM "zone_coverage" r1
WHERE (r1."zone_id" = t2."id" AND EXISTS (SELECT
FROM "local_government" r2
WHERE (r2."id" = r1."local_government_id" AND EXISTS (SELECT
FROM "family" r3
WHERE r3."local_government_id" = r2."id")))))
ORDER BY t2."code" ASC LIMIT 4) x);
