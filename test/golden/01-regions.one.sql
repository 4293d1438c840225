SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."ubigeo", t2."name", t2."capital", (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "province" t4
WHERE t4."region_id" = t2."id" AND TRUE), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "local_government" t6
WHERE t6."region_id" = t2."id" AND TRUE), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "family" t8
WHERE t8."region_id" = t2."id" AND TRUE)) AS r
FROM "region" t2 
WHERE TRUE
ORDER BY t2."ubigeo" ASC LIMIT 26) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "region" t9
WHERE TRUE);
