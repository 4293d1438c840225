SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."code", t3."enrolled_on"::text) AS r
FROM "family" t3 
WHERE t3."region_id" = t2."id" AND t3."enrolled_on" < $1::"date"
ORDER BY t3."code" ASC LIMIT 3) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "family" t4
WHERE t4."region_id" = t2."id" AND t4."enrolled_on" < $2::"date"), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t5."code", t5."enrolled_on"::text, (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t6."code") AS r
FROM "farm" t6 
WHERE t6."family_id" = t5."id"
ORDER BY t6."code" ASC LIMIT 2) x)) AS r
FROM "family" t5 
WHERE t5."region_id" = t2."id"
ORDER BY t5."enrolled_on" DESC, t5."id" ASC LIMIT 2) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t7."code") AS r
FROM "farm" t7 
WHERE t7."region_id" = t2."id" AND EXISTS (SELECT
FROM "plot" r1
WHERE (r1."farm_id" = t7."id" AND r1."crop" = $3::"crop"))
ORDER BY t7."code" ASC LIMIT 2) x), (SELECT json_build_array(json_build_array(NULL, count(*), sum(t8."hectares")::text))
FROM "farm" t8
WHERE t8."region_id" = t2."id" AND EXISTS (SELECT
FROM "plot" r1
WHERE (r1."farm_id" = t8."id" AND r1."crop" = $4::"crop"))), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t9."code") AS r
FROM "farm" t9 
WHERE t9."region_id" = t2."id" AND EXISTS (SELECT
FROM "plot" r1
WHERE (r1."farm_id" = t9."id" AND r1."crop" = $5::"crop"))
ORDER BY t9."code" ASC LIMIT 2) x), (SELECT json_build_array(json_build_array(NULL, count(*), sum(t10."hectares")::text))
FROM "farm" t10
WHERE t10."region_id" = t2."id" AND EXISTS (SELECT
FROM "plot" r1
WHERE (r1."farm_id" = t10."id" AND r1."crop" = $6::"crop")))) AS r
FROM "region" t2 
WHERE EXISTS (SELECT
FROM "family" r1
WHERE r1."region_id" = t2."id")
ORDER BY t2."ubigeo" ASC LIMIT 6) x);
