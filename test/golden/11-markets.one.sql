SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."edition", t2."year", t2."city", t3."id", t3."name", t4."id", t4."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t5."role", t6."id", t6."name") AS r
FROM "market_event_participation" t5
LEFT JOIN "organization" t6 ON t6."id" = t5."organization_id"
LEFT JOIN "organization" o1 ON o1."id" = t5."organization_id"
WHERE t5."event_id" = t2."id"
ORDER BY o1."code" ASC, t5."id" ASC LIMIT 3) x), t7."id", t7."title") AS r
FROM (SELECT t2.*
FROM "market_event" t2 
WHERE (t2."series" = $1::"market_event_series" AND (t2."year" IS NOT NULL AND (t2."year" >= $2::"int4") IS TRUE))
ORDER BY t2."year" ASC NULLS LAST, t2."id" ASC LIMIT 5) t2
LEFT JOIN "local_government" t3 ON t3."id" = t2."local_government_id"
LEFT JOIN "region" t4 ON t4."id" = t3."region_id"
LEFT JOIN "source" t7 ON t7."id" = t2."source_id"
ORDER BY t2."year" ASC NULLS LAST, t2."id" ASC) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "market_event" t8
WHERE (t8."series" = $3::"market_event_series" AND (t8."year" IS NOT NULL AND (t8."year" >= $4::"int4") IS TRUE))), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t9."commodity", t9."production", t9."rank", t9."band", t9."label", t10."id", t10."title") AS r
FROM (SELECT t9.*
FROM "country_ranking" t9 
WHERE TRUE
ORDER BY t9."code" ASC LIMIT 21) t9
LEFT JOIN "source" t10 ON t10."id" = t9."source_id"
ORDER BY t9."code" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t11."name", t11."level", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t12."chairs"::text, t13."id", t13."name") AS r
FROM "coordination_membership" t12
LEFT JOIN "organization" t13 ON t13."id" = t12."organization_id"
LEFT JOIN "organization" o1 ON o1."id" = t12."organization_id"
WHERE t12."body_id" = t11."id"
ORDER BY o1."code" ASC, t12."id" ASC LIMIT 4) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t14."title", t14."agreed_on"::text, t14."id") AS r
FROM "coordination_agreement" t14 
WHERE t14."body_id" = t11."id"
ORDER BY t14."agreed_on" ASC, t14."code" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t15."name") AS r
FROM "coordination_instrument" t15 
WHERE t15."body_id" = t11."id"
ORDER BY t15."code" ASC LIMIT 21) x)) AS r
FROM "coordination_body" t11 
WHERE TRUE
ORDER BY t11."code" ASC LIMIT 3) x);
