SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."code", t2."starts_on"::text, t3."id", t3."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t4."attendance_rate"::text, t4."certified"::text, t5."id", t5."code", t5."sex", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t6."certified"::text, t7."id", t7."topic") AS r
FROM "training_participation" t6
LEFT JOIN "training" t7 ON t7."id" = t6."training_id"
LEFT JOIN "training" o1 ON o1."id" = t6."training_id"
WHERE t6."member_id" = t5."id"
ORDER BY o1."code" ASC, t6."id" ASC LIMIT 3) x), t8."id", t8."code", t9."id", t9."name") AS r
FROM "training_participation" t4
LEFT JOIN "family_member" t5 ON t5."id" = t4."member_id"
LEFT JOIN "family" t8 ON t8."id" = t5."family_id"
LEFT JOIN "region" t9 ON t9."id" = t8."region_id"
LEFT JOIN "family_member" o1 ON o1."id" = t4."member_id"
WHERE t4."training_id" = t2."id"
ORDER BY o1."birth_year" ASC, t4."id" ASC LIMIT 3) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "training_participation" t10
WHERE t10."training_id" = t2."id" AND TRUE)) AS r
FROM (SELECT t2.*
FROM "training" t2 
WHERE t2."topic" = $1::"training_topic"
ORDER BY t2."starts_on" ASC, t2."code" ASC LIMIT 4) t2
LEFT JOIN "organization" t3 ON t3."id" = t2."organization_id"
ORDER BY t2."starts_on" ASC, t2."code" ASC) x), (SELECT json_build_array(json_build_array(NULL, count(*), sum(t11."hours")::text))
FROM "training" t11
WHERE t11."topic" = $2::"training_topic");
