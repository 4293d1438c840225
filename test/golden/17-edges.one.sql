SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."code", t2."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."kind", t3."supplied_on"::text, t4."id", t4."code", t3."id") AS r
FROM "enterprise_support" t3
LEFT JOIN "organization" t4 ON t4."id" = t3."organization_id" 
WHERE t3."enterprise_id" = t2."id"
ORDER BY t3."supplied_on" ASC, t3."id" ASC) x)) AS r
FROM "enterprise" t2 
WHERE EXISTS (SELECT
FROM "enterprise_support" r1
WHERE r1."enterprise_id" = t2."id")
ORDER BY t2."code" ASC LIMIT 4) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t5."code", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t6."kind", t6."supplied_on"::text, json_build_array(o1."name_sort", t6."id"), t7."id", t7."code", t7."name") AS r
FROM "enterprise_support" t6
LEFT JOIN "enterprise" t7 ON t7."id" = t6."enterprise_id"
LEFT JOIN "enterprise" o1 ON o1."id" = t6."enterprise_id"
WHERE t6."organization_id" = t5."id"
ORDER BY o1."name_sort" DESC, t6."id" ASC LIMIT 3) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "enterprise_support" t8
WHERE t8."organization_id" = t5."id" AND TRUE), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t9."active_on"::text, t9."kind", t10."id", t10."code", t10."name") AS r
FROM "internet_service" t9
LEFT JOIN "locality" t10 ON t10."id" = t9."locality_id"
LEFT JOIN "locality" o1 ON o1."id" = t9."locality_id"
WHERE t9."operator_id" = t5."id"
ORDER BY o1."code" ASC, t9."id" ASC LIMIT 3) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t11."chairs"::text, t12."id", t12."code") AS r
FROM "coordination_membership" t11
LEFT JOIN "coordination_body" t12 ON t12."id" = t11."body_id"
LEFT JOIN "coordination_body" o1 ON o1."id" = t11."body_id"
WHERE t11."organization_id" = t5."id"
ORDER BY o1."code" ASC, t11."id" ASC LIMIT 2) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "coordination_membership" t13
WHERE t13."organization_id" = t5."id" AND TRUE)) AS r
FROM "organization" t5 
WHERE t5."code" = ANY($1::"text"[])
ORDER BY t5."code" ASC LIMIT 21) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t14."code", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t15."attendance_rate"::text, t15."certified"::text, t16."id", t16."code", t17."id", t17."code", t17."starts_on"::text) AS r
FROM "training_participation" t15
LEFT JOIN "family_member" t16 ON t16."id" = t15."member_id"
LEFT JOIN "training" t17 ON t17."id" = t15."training_id"
LEFT JOIN "training" o1 ON o1."id" = t15."training_id"
WHERE t15."member_id" = t14."id"
ORDER BY o1."starts_on" DESC, t15."id" DESC LIMIT 3) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "training_participation" t18
WHERE t18."member_id" = t14."id" AND TRUE)) AS r
FROM "family_member" t14 
WHERE EXISTS (SELECT
FROM "training_participation" r1
WHERE (r1."member_id" = t14."id" AND r1."certified" = $2::"bool"))
ORDER BY t14."code" ASC LIMIT 3) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t19."identifier", t19."starts_on"::text, t19."starts_on_precision", t19."id", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t20."code", t20."name", t20."id") AS r
FROM "activity_sector" t20 
WHERE t20."activity_id" = t19."id"
ORDER BY t20."code" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t22."id", t22."code") AS r
FROM "activity_intervention" t21
LEFT JOIN "intervention" t22 ON t22."id" = t21."intervention_id"
LEFT JOIN "intervention" o1 ON o1."id" = t21."intervention_id"
WHERE t21."activity_id" = t19."id"
ORDER BY o1."code" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t23."kind", t24."id", t24."code") AS r
FROM "enterprise_support" t23
LEFT JOIN "enterprise" t24 ON t24."id" = t23."enterprise_id"
LEFT JOIN "enterprise" o1 ON o1."id" = t23."enterprise_id"
WHERE t23."activity_id" = t19."id"
ORDER BY o1."code" ASC, t23."id" ASC LIMIT 2) x)) AS r
FROM "activity" t19 
WHERE EXISTS (SELECT
FROM "activity_sector" r1
WHERE r1."activity_id" = t19."id")
ORDER BY t19."identifier" ASC LIMIT 3) x);
