SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."area_code", t2."verified_on"::text, t2."eradicated_hectares"::text, t2."coca_free_hectares"::text, t3."id", t3."code", t4."id", t4."name", t5."id", t5."code", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t6."kind") AS r
FROM "investment" t6 
WHERE t6."recipient_family_id" = t5."id"
ORDER BY t6."code" ASC LIMIT 2) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t7."crop") AS r
FROM "plot" t7 
WHERE t7."farm_id" = t3."id"
ORDER BY t7."code" ASC LIMIT 2) x)) AS r
FROM (SELECT t2.*
FROM "coca_free_verification" t2 
WHERE t2."method" = $1::"verification_method"
ORDER BY t2."coca_free_hectares" ASC, t2."code" ASC LIMIT 4) t2
LEFT JOIN "farm" t3 ON t3."id" = t2."farm_id"
LEFT JOIN "region" t4 ON t4."id" = t3."region_id"
LEFT JOIN "family" t5 ON t5."id" = t3."family_id"
ORDER BY t2."coca_free_hectares" ASC, t2."code" ASC) x), (SELECT json_build_array(json_build_array(NULL, count(*), sum(t8."eradicated_hectares")::text, sum(t8."coca_free_hectares")::text))
FROM "coca_free_verification" t8
WHERE t8."method" = $2::"verification_method");
