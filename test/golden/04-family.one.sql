SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."id", t2."code", t2."enrolled_on"::text, t2."poverty_likelihood"::text, t2."consent_status", t2."consent_scope", t2."consent_on"::text, t3."id", t3."ubigeo", t3."name", t4."id", t4."name", t5."id", t5."name", t6."id", t6."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t7."kind", t8."id", t8."name", t7."id") AS r
FROM "internet_service" t7
LEFT JOIN "organization" t8 ON t8."id" = t7."operator_id" 
WHERE t7."locality_id" = t6."id"
ORDER BY t7."kind" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t9."code", t9."sex", t9."birth_year", t9."is_head"::text) AS r
FROM "family_member" t9 
WHERE t9."family_id" = t2."id"
ORDER BY t9."code" ASC LIMIT 21) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t10."year", t10."net_income"::text, t10."currency", t10."id") AS r
FROM "household_income" t10 
WHERE t10."family_id" = t2."id"
ORDER BY t10."year" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t11."id", t11."family_id", t11."year", t11."net_income"::text, t11."currency") AS r
FROM "household_income" t11 
WHERE t11."family_id" = t2."id"
ORDER BY t11."year" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t12."code", t12."altitude", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t13."kind", t13."id") AS r
FROM "farm_certification" t13 
WHERE t13."farm_id" = t12."id"
ORDER BY t13."valid_from" ASC, t13."kind" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t14."verified_on"::text, t14."coca_free_hectares"::text) AS r
FROM "coca_free_verification" t14 
WHERE t14."farm_id" = t12."id"
ORDER BY t14."code" DESC LIMIT 2) x)) AS r
FROM "farm" t12 
WHERE t12."family_id" = t2."id"
ORDER BY t12."code" ASC LIMIT 21) x)) AS r
FROM "family" t2
LEFT JOIN "local_government" t3 ON t3."id" = t2."local_government_id"
LEFT JOIN "province" t4 ON t4."id" = t3."province_id"
LEFT JOIN "region" t5 ON t5."id" = t3."region_id"
LEFT JOIN "locality" t6 ON t6."id" = t2."locality_id" 
WHERE t2."code" = $1::"text" ) x);
