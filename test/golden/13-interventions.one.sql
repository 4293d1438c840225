SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."code", t2."name_es", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t4."id", t4."title", t5."id", t5."name") AS r
FROM "activity_intervention" t3
LEFT JOIN "activity" t4 ON t4."id" = t3."activity_id"
LEFT JOIN "organization" t5 ON t5."id" = t4."implementer_id"
LEFT JOIN "activity" o1 ON o1."id" = t3."activity_id"
WHERE t3."intervention_id" = t2."id"
ORDER BY o1."starts_on" ASC NULLS LAST, t3."id" ASC LIMIT 3) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "activity_intervention" t6
WHERE t6."intervention_id" = t2."id" AND TRUE), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t7."code", t7."hours") AS r
FROM "training" t7 
WHERE t7."intervention_id" = t2."id"
ORDER BY t7."hours" DESC, t7."id" ASC LIMIT 2) x), (SELECT json_build_array(json_build_array(NULL, count(*), sum(t8."hours")::text))
FROM "training" t8
WHERE t8."intervention_id" = t2."id" AND TRUE), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t9."code", t9."amount"::text, t9."currency", t9."id") AS r
FROM "investment" t9 
WHERE t9."intervention_id" = t2."id"
ORDER BY t9."amount" DESC, t9."id" ASC LIMIT 2) x), (SELECT json_agg(g.r
ORDER BY g.c)
FROM (SELECT t10."currency" AS c, json_build_array(t10."currency", count(*), sum(t10."amount")::text) AS r
FROM "investment" t10
WHERE t10."intervention_id" = t2."id" AND TRUE
GROUP BY t10."currency") g)) AS r
FROM "intervention" t2 
WHERE TRUE
ORDER BY t2."code" ASC, t2."id" ASC LIMIT 21) x);
