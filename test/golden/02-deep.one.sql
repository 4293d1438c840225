SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."ubigeo", t3."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t4."code", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t5."code", t5."hectares"::text, (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t6."crop", t6."hectares"::text, (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t7."year", t7."kg"::text, t7."id") AS r
FROM "harvest" t7 
WHERE t7."plot_id" = t6."id"
ORDER BY t7."year" ASC) x)) AS r
FROM "plot" t6 
WHERE t6."farm_id" = t5."id"
ORDER BY t6."code" ASC LIMIT 3) x)) AS r
FROM "farm" t5 
WHERE t5."family_id" = t4."id"
ORDER BY t5."code" ASC LIMIT 3) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t8."attendance_rate"::text, t8."certified"::text, t9."id", t9."topic", t9."title") AS r
FROM "training_participation" t8
LEFT JOIN "training" t9 ON t9."id" = t8."training_id"
LEFT JOIN "training" o1 ON o1."id" = t8."training_id"
WHERE t8."family_id" = t4."id"
ORDER BY o1."code" ASC, t8."id" ASC LIMIT 3) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t10."kind", t10."amount"::text, t10."currency", t10."id") AS r
FROM "investment" t10 
WHERE t10."recipient_family_id" = t4."id"
ORDER BY t10."code" ASC LIMIT 3) x)) AS r
FROM "family" t4 
WHERE t4."local_government_id" = t3."id" AND (EXISTS (SELECT
FROM "investment" r1
WHERE r1."recipient_family_id" = t4."id") AND EXISTS (SELECT
FROM "training_participation" r2
WHERE r2."family_id" = t4."id"))
ORDER BY t4."code" ASC LIMIT 3) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "family" t11
WHERE t11."local_government_id" = t3."id" AND (EXISTS (SELECT
FROM "investment" r1
WHERE r1."recipient_family_id" = t11."id") AND EXISTS (SELECT
FROM "training_participation" r2
WHERE r2."family_id" = t11."id")))) AS r
FROM "local_government" t3 
WHERE t3."region_id" = t2."id" AND EXISTS (SELECT
FROM "family" r1
WHERE (r1."local_government_id" = t3."id" AND (EXISTS (SELECT
FROM "investment" r2
WHERE r2."recipient_family_id" = r1."id") AND EXISTS (SELECT
FROM "training_participation" r3
WHERE r3."family_id" = r1."id"))))
ORDER BY t3."ubigeo" ASC LIMIT 4) x)) AS r
FROM "region" t2 
WHERE EXISTS (SELECT
FROM "family" r1
WHERE (r1."region_id" = t2."id" AND (EXISTS (SELECT
FROM "investment" r2
WHERE r2."recipient_family_id" = r1."id") AND EXISTS (SELECT
FROM "training_participation" r3
WHERE r3."family_id" = r1."id"))))
ORDER BY t2."ubigeo" ASC LIMIT 3) x);
