SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."code", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."crop") AS r
FROM "plot" t3 
WHERE t3."farm_id" = t2."id" AND t3."crop" = ANY($1::"crop"[])
ORDER BY t3."code" ASC LIMIT 3) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t4."variety") AS r
FROM "plot" t4 
WHERE t4."farm_id" = t2."id"
ORDER BY t4."code" ASC LIMIT 2) x), t2."altitude") AS r
FROM "farm" t2 
WHERE EXISTS (SELECT
FROM "plot" r1
WHERE (r1."farm_id" = t2."id" AND r1."crop" = ANY($2::"crop"[])))
ORDER BY t2."altitude" DESC, t2."code" ASC LIMIT 4) x), (SELECT json_build_array(json_build_array(NULL, count(*), sum(t5."hectares")::text))
FROM "farm" t5
WHERE EXISTS (SELECT
FROM "plot" r1
WHERE (r1."farm_id" = t5."id" AND r1."crop" = ANY($3::"crop"[]))));
