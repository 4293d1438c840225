SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."code", t2."amount"::text, t2."currency", t2."id", t2."committed_on"::text, t2."instrument", t3."id", t3."ubigeo") AS r
FROM (SELECT t2.*
FROM "investment" t2 
WHERE (NOT (t2."instrument" = $1::"investment_instrument") AND ((t2."amount" >= $2::"numeric" AND t2."amount" < $3::"numeric") OR t2."kind" <> ALL($4::"investment_kind"[])) AND EXISTS (SELECT
FROM "activity" r1
WHERE (r1."id" = t2."activity_id" AND EXISTS (SELECT
FROM "organization" r2
WHERE (r2."id" = r1."implementer_id" AND r2."name_search" LIKE $5::"text")))) AND (t2."committed_on" >= $6::"date" AND t2."committed_on" <= $7::"date") AND EXISTS (SELECT
FROM "region" r3
WHERE (r3."id" = t2."region_id" AND r3."ubigeo" = ANY($8::"text"[]))))
ORDER BY t2."committed_on" DESC, t2."code" ASC LIMIT 4) t2
LEFT JOIN "region" t3 ON t3."id" = t2."region_id"
ORDER BY t2."committed_on" DESC, t2."code" ASC) x), (SELECT json_agg(g.r
ORDER BY g.c)
FROM (SELECT t4."currency" AS c, json_build_array(t4."currency", count(*), sum(t4."amount")::text) AS r
FROM "investment" t4
WHERE (NOT (t4."instrument" = $9::"investment_instrument") AND ((t4."amount" >= $10::"numeric" AND t4."amount" < $11::"numeric") OR t4."kind" <> ALL($12::"investment_kind"[])) AND EXISTS (SELECT
FROM "activity" r1
WHERE (r1."id" = t4."activity_id" AND EXISTS (SELECT
FROM "organization" r2
WHERE (r2."id" = r1."implementer_id" AND r2."name_search" LIKE $13::"text")))) AND (t4."committed_on" >= $14::"date" AND t4."committed_on" <= $15::"date") AND EXISTS (SELECT
FROM "region" r3
WHERE (r3."id" = t4."region_id" AND r3."ubigeo" = ANY($16::"text"[]))))
GROUP BY t4."currency") g), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t5."code", t6."id", t6."code", t5."consent_status", t5."consent_scope", t5."consent_on"::text, t5."id") AS r
FROM (SELECT t5.*
FROM "family" t5 
WHERE ((NOT EXISTS (SELECT
FROM "farm" r1
WHERE (r1."family_id" = t5."id" AND NOT (r1."hectares" > $17::"numeric"))) AND EXISTS (SELECT
FROM "family_member" r2
WHERE (r2."family_id" = t5."id" AND (r2."is_head" = $18::"bool" AND r2."sex" = $19::"sex")))) AND t5."consent_scope" = $20::"consent_scope" AND NOT EXISTS (SELECT
FROM "investment" r3
WHERE r3."recipient_family_id" = t5."id") AND EXISTS (SELECT
FROM "locality" r4
WHERE r4."id" = t5."locality_id"))
ORDER BY t5."code" ASC LIMIT 4) t5
LEFT JOIN "locality" t6 ON t6."id" = t5."locality_id"
ORDER BY t5."code" ASC) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "family" t7
WHERE ((NOT EXISTS (SELECT
FROM "farm" r1
WHERE (r1."family_id" = t7."id" AND NOT (r1."hectares" > $21::"numeric"))) AND EXISTS (SELECT
FROM "family_member" r2
WHERE (r2."family_id" = t7."id" AND (r2."is_head" = $22::"bool" AND r2."sex" = $23::"sex")))) AND t7."consent_scope" = $24::"consent_scope" AND NOT EXISTS (SELECT
FROM "investment" r3
WHERE r3."recipient_family_id" = t7."id") AND EXISTS (SELECT
FROM "locality" r4
WHERE r4."id" = t7."locality_id"))), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t8."code", t8."name") AS r
FROM "organization" t8 
WHERE (t8."name" LIKE $25::"text" AND EXISTS (SELECT
FROM "training" r1
WHERE (r1."organization_id" = t8."id" AND (r1."hours" >= $26::"int4" AND r1."modality" = ANY($27::"training_modality"[])))))
ORDER BY t8."code" ASC LIMIT 3) x), (SELECT json_build_array(json_build_array(NULL, count(*)))
FROM "organization" t9
WHERE (t9."name" LIKE $28::"text" AND EXISTS (SELECT
FROM "training" r1
WHERE (r1."organization_id" = t9."id" AND (r1."hours" >= $29::"int4" AND r1."modality" = ANY($30::"training_modality"[]))))));
