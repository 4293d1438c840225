SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."code", t2."instrument", t3."id", t3."name", t3."kind", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t4."disbursed_on"::text, t4."amount"::text, t4."currency", t4."id") AS r
FROM "disbursement" t4 
WHERE t4."investment_id" = t2."id"
ORDER BY t4."disbursed_on" ASC, t4."id" ASC) x), t5."id", t5."code", t6."id", t6."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t7."sex") AS r
FROM "family_member" t7 
WHERE t7."family_id" = t5."id"
ORDER BY t7."code" ASC LIMIT 2) x), t8."id", t8."ubigeo", t8."name", t8."level", t9."id", t9."code", t9."name", t10."id", t10."name", t11."id", t11."code", t11."name", t11."value_chain", t2."id") AS r
FROM (SELECT t2.*
FROM "investment" t2 
WHERE t2."kind" = $1::"investment_kind"
ORDER BY t2."code" ASC LIMIT 3) t2
LEFT JOIN "organization" t3 ON t3."id" = t2."funder_id"
LEFT JOIN "family" t5 ON t5."id" = t2."recipient_family_id"
LEFT JOIN "region" t6 ON t6."id" = t5."region_id"
LEFT JOIN "local_government" t8 ON t8."id" = t2."recipient_local_government_id"
LEFT JOIN "locality" t9 ON t9."id" = t2."recipient_locality_id"
LEFT JOIN "local_government" t10 ON t10."id" = t9."local_government_id"
LEFT JOIN "enterprise" t11 ON t11."id" = t2."recipient_enterprise_id"
ORDER BY t2."code" ASC) x), (SELECT json_agg(g.r
ORDER BY g.c)
FROM (SELECT t12."currency" AS c, json_build_array(t12."currency", count(*), sum(t12."amount")::text) AS r
FROM "investment" t12
WHERE t12."kind" = $2::"investment_kind"
GROUP BY t12."currency") g), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t13."code", t13."instrument", t14."id", t14."name", t14."kind", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t15."disbursed_on"::text, t15."amount"::text, t15."currency", t15."id") AS r
FROM "disbursement" t15 
WHERE t15."investment_id" = t13."id"
ORDER BY t15."disbursed_on" ASC, t15."id" ASC) x), t16."id", t16."code", t17."id", t17."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t18."sex") AS r
FROM "family_member" t18 
WHERE t18."family_id" = t16."id"
ORDER BY t18."code" ASC LIMIT 2) x), t19."id", t19."ubigeo", t19."name", t19."level", t20."id", t20."code", t20."name", t21."id", t21."name", t22."id", t22."code", t22."name", t22."value_chain", t13."id") AS r
FROM (SELECT t13.*
FROM "investment" t13 
WHERE t13."kind" = $3::"investment_kind"
ORDER BY t13."code" ASC LIMIT 3) t13
LEFT JOIN "organization" t14 ON t14."id" = t13."funder_id"
LEFT JOIN "family" t16 ON t16."id" = t13."recipient_family_id"
LEFT JOIN "region" t17 ON t17."id" = t16."region_id"
LEFT JOIN "local_government" t19 ON t19."id" = t13."recipient_local_government_id"
LEFT JOIN "locality" t20 ON t20."id" = t13."recipient_locality_id"
LEFT JOIN "local_government" t21 ON t21."id" = t20."local_government_id"
LEFT JOIN "enterprise" t22 ON t22."id" = t13."recipient_enterprise_id"
ORDER BY t13."code" ASC) x), (SELECT json_agg(g.r
ORDER BY g.c)
FROM (SELECT t23."currency" AS c, json_build_array(t23."currency", count(*), sum(t23."amount")::text) AS r
FROM "investment" t23
WHERE t23."kind" = $4::"investment_kind"
GROUP BY t23."currency") g), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t24."code", t24."instrument", t25."id", t25."name", t25."kind", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t26."disbursed_on"::text, t26."amount"::text, t26."currency", t26."id") AS r
FROM "disbursement" t26 
WHERE t26."investment_id" = t24."id"
ORDER BY t26."disbursed_on" ASC, t26."id" ASC) x), t27."id", t27."code", t28."id", t28."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t29."sex") AS r
FROM "family_member" t29 
WHERE t29."family_id" = t27."id"
ORDER BY t29."code" ASC LIMIT 2) x), t30."id", t30."ubigeo", t30."name", t30."level", t31."id", t31."code", t31."name", t32."id", t32."name", t33."id", t33."code", t33."name", t33."value_chain", t24."id") AS r
FROM (SELECT t24.*
FROM "investment" t24 
WHERE t24."kind" = $5::"investment_kind"
ORDER BY t24."code" ASC LIMIT 3) t24
LEFT JOIN "organization" t25 ON t25."id" = t24."funder_id"
LEFT JOIN "family" t27 ON t27."id" = t24."recipient_family_id"
LEFT JOIN "region" t28 ON t28."id" = t27."region_id"
LEFT JOIN "local_government" t30 ON t30."id" = t24."recipient_local_government_id"
LEFT JOIN "locality" t31 ON t31."id" = t24."recipient_locality_id"
LEFT JOIN "local_government" t32 ON t32."id" = t31."local_government_id"
LEFT JOIN "enterprise" t33 ON t33."id" = t24."recipient_enterprise_id"
ORDER BY t24."code" ASC) x), (SELECT json_agg(g.r
ORDER BY g.c)
FROM (SELECT t34."currency" AS c, json_build_array(t34."currency", count(*), sum(t34."amount")::text) AS r
FROM "investment" t34
WHERE t34."kind" = $6::"investment_kind"
GROUP BY t34."currency") g), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t35."code", t35."instrument", t36."id", t36."name", t36."kind", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t37."disbursed_on"::text, t37."amount"::text, t37."currency", t37."id") AS r
FROM "disbursement" t37 
WHERE t37."investment_id" = t35."id"
ORDER BY t37."disbursed_on" ASC, t37."id" ASC) x), t38."id", t38."code", t39."id", t39."name", (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t40."sex") AS r
FROM "family_member" t40 
WHERE t40."family_id" = t38."id"
ORDER BY t40."code" ASC LIMIT 2) x), t41."id", t41."ubigeo", t41."name", t41."level", t42."id", t42."code", t42."name", t43."id", t43."name", t44."id", t44."code", t44."name", t44."value_chain", t35."id") AS r
FROM (SELECT t35.*
FROM "investment" t35 
WHERE t35."kind" = $7::"investment_kind"
ORDER BY t35."code" ASC LIMIT 3) t35
LEFT JOIN "organization" t36 ON t36."id" = t35."funder_id"
LEFT JOIN "family" t38 ON t38."id" = t35."recipient_family_id"
LEFT JOIN "region" t39 ON t39."id" = t38."region_id"
LEFT JOIN "local_government" t41 ON t41."id" = t35."recipient_local_government_id"
LEFT JOIN "locality" t42 ON t42."id" = t35."recipient_locality_id"
LEFT JOIN "local_government" t43 ON t43."id" = t42."local_government_id"
LEFT JOIN "enterprise" t44 ON t44."id" = t35."recipient_enterprise_id"
ORDER BY t35."code" ASC) x), (SELECT json_agg(g.r
ORDER BY g.c)
FROM (SELECT t45."currency" AS c, json_build_array(t45."currency", count(*), sum(t45."amount")::text) AS r
FROM "investment" t45
WHERE t45."kind" = $8::"investment_kind"
GROUP BY t45."currency") g);
