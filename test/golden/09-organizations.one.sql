SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."code", t2."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."title", t3."status", t3."starts_on"::text, t3."starts_on_precision", t3."id", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t4."code", t4."id") AS r
FROM "activity_sector" t4 
WHERE t4."activity_id" = t3."id"
ORDER BY t4."code" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t6."id", t6."code") AS r
FROM "activity_intervention" t5
LEFT JOIN "intervention" t6 ON t6."id" = t5."intervention_id"
LEFT JOIN "intervention" o1 ON o1."id" = t5."intervention_id"
WHERE t5."activity_id" = t3."id"
ORDER BY o1."code" ASC) x)) AS r
FROM "activity" t3 
WHERE t3."implementer_id" = t2."id"
ORDER BY t3."identifier" ASC LIMIT 3) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t7."topic", t8."id", t8."name") AS r
FROM "training" t7
LEFT JOIN "local_government" t8 ON t8."id" = t7."local_government_id" 
WHERE t7."organization_id" = t2."id"
ORDER BY t7."code" ASC LIMIT 2) x), (SELECT json_build_array(json_build_array(NULL, count(*), sum(t9."hours")::text))
FROM "training" t9
WHERE t9."organization_id" = t2."id" AND TRUE), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t10."kind") AS r
FROM "investment" t10 
WHERE t10."funder_id" = t2."id"
ORDER BY t10."code" ASC LIMIT 2) x), (SELECT json_agg(g.r
ORDER BY g.c)
FROM (SELECT t11."currency" AS c, json_build_array(t11."currency", count(*), sum(t11."amount")::text) AS r
FROM "investment" t11
WHERE t11."funder_id" = t2."id" AND TRUE
GROUP BY t11."currency") g), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t12."role", t13."id", t13."series", t13."year") AS r
FROM "market_event_participation" t12
LEFT JOIN "market_event" t13 ON t13."id" = t12."event_id"
LEFT JOIN "market_event" o1 ON o1."id" = t12."event_id"
WHERE t12."organization_id" = t2."id"
ORDER BY o1."code" ASC, t12."id" ASC LIMIT 3) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t14."chairs"::text, t15."id", t15."name", t15."level") AS r
FROM "coordination_membership" t14
LEFT JOIN "coordination_body" t15 ON t15."id" = t14."body_id"
LEFT JOIN "coordination_body" o1 ON o1."id" = t14."body_id"
WHERE t14."organization_id" = t2."id"
ORDER BY o1."code" ASC, t14."id" ASC LIMIT 3) x)) AS r
FROM "organization" t2 
WHERE t2."kind" = ANY($1::"organization_kind"[])
ORDER BY t2."name_sort" ASC, t2."id" ASC LIMIT 7) x);
