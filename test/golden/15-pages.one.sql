SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(json_build_array(t2."o1.name_sort", t2."hectares"::text, t2."id"), json_build_array(t2."o1.name_sort", t2."hectares"::text, t2."id"), json_build_array(t2."o1.name_sort", t2."hectares"::text, t2."id"), t2."code", t2."hectares"::text, t3."id", t3."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t4."code") AS r
FROM "plot" t4 
WHERE t4."farm_id" = t2."id"
ORDER BY t4."code" DESC LIMIT 2) x)) AS r
FROM (SELECT t2.*, o1."name_sort" AS "o1.name_sort"
FROM "farm" t2
LEFT JOIN "local_government" o1 ON o1."id" = t2."local_government_id"
WHERE (EXISTS (SELECT
FROM "local_government" r1
WHERE (r1."id" = t2."local_government_id" AND r1."name_sort" > $1::"text")) OR (EXISTS (SELECT
FROM "local_government" r2
WHERE (r2."id" = t2."local_government_id" AND r2."name_sort" = $2::"text")) AND t2."hectares" < $3::"numeric") OR (EXISTS (SELECT
FROM "local_government" r3
WHERE (r3."id" = t2."local_government_id" AND r3."name_sort" = $4::"text")) AND t2."hectares" = $5::"numeric" AND t2."id" > $6::"int4"))
ORDER BY o1."name_sort" ASC, t2."hectares" DESC, t2."id" ASC LIMIT 4) t2
LEFT JOIN "local_government" t3 ON t3."id" = t2."local_government_id"
ORDER BY t2."o1.name_sort" ASC, t2."hectares" DESC, t2."id" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(json_build_array(t5."o1.name_sort", t5."hectares"::text, t5."id"), json_build_array(t5."o1.name_sort", t5."hectares"::text, t5."id"), json_build_array(t5."o1.name_sort", t5."hectares"::text, t5."id"), t5."code", t5."hectares"::text, t6."id", t6."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t7."code") AS r
FROM "plot" t7 
WHERE t7."farm_id" = t5."id"
ORDER BY t7."code" DESC LIMIT 2) x)) AS r
FROM (SELECT t5.*, o1."name_sort" AS "o1.name_sort"
FROM "farm" t5
LEFT JOIN "local_government" o1 ON o1."id" = t5."local_government_id"
WHERE (EXISTS (SELECT
FROM "local_government" r1
WHERE (r1."id" = t5."local_government_id" AND r1."name_sort" < $7::"text")) OR (EXISTS (SELECT
FROM "local_government" r2
WHERE (r2."id" = t5."local_government_id" AND r2."name_sort" = $8::"text")) AND t5."hectares" > $9::"numeric") OR (EXISTS (SELECT
FROM "local_government" r3
WHERE (r3."id" = t5."local_government_id" AND r3."name_sort" = $10::"text")) AND t5."hectares" = $11::"numeric" AND t5."id" < $12::"int4"))
ORDER BY o1."name_sort" DESC, t5."hectares" ASC, t5."id" DESC LIMIT 3) t5
LEFT JOIN "local_government" t6 ON t6."id" = t5."local_government_id"
ORDER BY t5."o1.name_sort" DESC, t5."hectares" ASC, t5."id" DESC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(json_build_array(t8."year", t8."code"), t8."code", t8."year") AS r
FROM "market_event" t8 
WHERE TRUE
ORDER BY t8."year" ASC NULLS FIRST, t8."code" DESC LIMIT 4) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(json_build_array(t9."code"), t9."code") AS r
FROM "zone" t9 
WHERE TRUE
ORDER BY t9."code" ASC LIMIT 1) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "zone" t10
WHERE TRUE);
