SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."kind", t3."active_on"::text, t4."id", t4."name", t3."id") AS r
FROM "internet_service" t3
LEFT JOIN "organization" t4 ON t4."id" = t3."operator_id" 
WHERE t3."locality_id" = t2."id"
ORDER BY t3."kind" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t5."name", t5."member_count", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t6."kind", t7."id", t7."name", t8."id", t8."title", t6."id") AS r
FROM "enterprise_support" t6
LEFT JOIN "organization" t7 ON t7."id" = t6."organization_id"
LEFT JOIN "activity" t8 ON t8."id" = t6."activity_id" 
WHERE t6."enterprise_id" = t5."id"
ORDER BY t6."supplied_on" ASC, t6."id" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t9."amount"::text, t9."currency", t9."id") AS r
FROM "investment" t9 
WHERE t9."recipient_enterprise_id" = t5."id"
ORDER BY t9."code" ASC LIMIT 2) x)) AS r
FROM "enterprise" t5 
WHERE t5."locality_id" = t2."id"
ORDER BY t5."code" ASC LIMIT 3) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t10."code", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t11."code") AS r
FROM "farm" t11 
WHERE t11."family_id" = t10."id"
ORDER BY t11."code" ASC LIMIT 2) x)) AS r
FROM "family" t10 
WHERE t10."locality_id" = t2."id"
ORDER BY t10."code" ASC LIMIT 3) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "family" t12
WHERE t12."locality_id" = t2."id" AND TRUE)) AS r
FROM "locality" t2 
WHERE (EXISTS (SELECT
FROM "internet_service" r1
WHERE r1."locality_id" = t2."id") AND EXISTS (SELECT
FROM "enterprise" r2
WHERE r2."locality_id" = t2."id"))
ORDER BY t2."code" ASC LIMIT 4) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "locality" t13
WHERE (EXISTS (SELECT
FROM "internet_service" r1
WHERE r1."locality_id" = t13."id") AND EXISTS (SELECT
FROM "enterprise" r2
WHERE r2."locality_id" = t13."id")));
