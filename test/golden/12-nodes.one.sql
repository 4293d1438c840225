SELECT json_build_array((SELECT json_agg(x.r)
FROM (SELECT json_build_array(t25."id", t25."name", (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "family" t27
WHERE t27."region_id" = t25."id" AND TRUE)) AS r
FROM "region" t25 
WHERE t25."id" = ANY($1::"int4"[]) ) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t8."id", t8."code", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t9."code") AS r
FROM "farm" t9 
WHERE t9."family_id" = t8."id"
ORDER BY t9."code" ASC LIMIT 2) x), t10."id", t10."name") AS r
FROM "family" t8
LEFT JOIN "region" t10 ON t10."id" = t8."region_id" 
WHERE t8."id" = ANY($2::"int4"[]) ) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t12."id", t12."code", t13."id", t13."code", (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "family_member" t15
WHERE t15."family_id" = t13."id" AND TRUE)) AS r
FROM "farm" t12
LEFT JOIN "family" t13 ON t13."id" = t12."family_id" 
WHERE t12."id" = ANY($3::"int4"[]) ) x));
