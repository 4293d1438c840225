SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."code", t2."variety", t2."system", t2."planted_year", t2."hectares"::text, t3."id", t3."code", t3."altitude", t3."latitude", t3."longitude", t4."id", t4."code") AS r
FROM (SELECT t2.*, o1."altitude" AS "o1.altitude"
FROM "plot" t2
LEFT JOIN "farm" o1 ON o1."id" = t2."farm_id"
WHERE t2."crop" = $1::"crop"
ORDER BY o1."altitude" DESC, t2."code" ASC LIMIT 5) t2
LEFT JOIN "farm" t3 ON t3."id" = t2."farm_id"
LEFT JOIN "family" t4 ON t4."id" = t3."family_id"
ORDER BY t2."o1.altitude" DESC, t2."code" ASC) x), (SELECT json_build_array(json_build_array(NULL, count(*), sum(t5."hectares")::text))
FROM "plot" t5
WHERE t5."crop" = $2::"crop");
