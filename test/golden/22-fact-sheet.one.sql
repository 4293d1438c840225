WITH v AS MATERIALIZED (SELECT count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(sum(id), 0) AS version
FROM "data_change") SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."id", t2."code", t2."title", t2."title_es", t2."unit", t2."comparison", t2."value"::text, t2."source_id", t3."id", t3."code") AS r
FROM "published_figure" t2
LEFT JOIN "source" t3 ON t3."id" = t2."source_id" 
WHERE TRUE
ORDER BY t2.id) x), v.version, CASE WHEN $51::"text" = v.version THEN NULL ELSE json_build_array((SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count
FROM "family" t
WHERE (t."enrolled_on" >= $1::"date" AND t."enrolled_on" <= $2::"date")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.d0, g.a0_0, g.c0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, count(DISTINCT t."recipient_family_id") AS d0, (coalesce(sum(t."amount"), 0))::text AS a0_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0
FROM "investment" t
WHERE ((t."committed_on" >= $3::"date" AND t."committed_on" <= $4::"date") AND t."kind" = $5::"investment_kind")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."hectares"), 0))::text AS a0_0
FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id"
WHERE (t."crop" = $6::"crop" AND (j1."enrolled_on" >= $7::"date" AND j1."enrolled_on" <= $8::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."hectares"), 0))::text AS a0_0
FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id"
WHERE (t."crop" = $9::"crop" AND (j1."enrolled_on" >= $10::"date" AND j1."enrolled_on" <= $11::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0, g.c0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."amount"), 0))::text AS a0_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0
FROM "investment" t
WHERE ((t."committed_on" >= $12::"date" AND t."committed_on" <= $13::"date") AND t."kind" = $14::"investment_kind")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0, g.a0_1)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, (((sum(last_income.net_income)::numeric / nullif(sum(first_income.net_income), 0) - 1) * 100))::text AS a0_0, (((avg(last_income.net_income::numeric / nullif(first_income.net_income, 0)) - 1) * 100))::text AS a0_1
FROM "family" t JOIN household_income first_income ON first_income.family_id = t.id AND first_income.year = $15::"int4" JOIN household_income last_income ON last_income.family_id = t.id AND last_income.year = $16::"int4"
WHERE (EXISTS (SELECT
FROM "household_income" r1
WHERE (r1."family_id" = t."id" AND r1."year" = $17::"int4")) AND EXISTS (SELECT
FROM "household_income" r2
WHERE (r2."family_id" = t."id" AND r2."year" = $18::"int4")) AND EXISTS (SELECT
FROM "household_income" r3
WHERE (r3."family_id" = t."id" AND r3."year" = $19::"int4")) AND EXISTS (SELECT
FROM "household_income" r4
WHERE (r4."family_id" = t."id" AND r4."year" = $20::"int4")))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0, g.a0_1)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, ((sum(t."coca_free_hectares")::numeric / nullif(sum(t."eradicated_hectares"), 0)))::text AS a0_0, ((avg(t."coca_free_hectares"::numeric / nullif(t."eradicated_hectares", 0))))::text AS a0_1
FROM "coca_free_verification" t
WHERE ((t."superseded_on" IS NULL OR (t."superseded_on" IS NOT NULL AND (t."superseded_on" > $21::"date") IS TRUE)) AND (t."verified_on" >= $22::"date" AND t."verified_on" <= $23::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT json_build_array(count(*), coalesce(sum(g.n), 0))
FROM (SELECT count(*) AS n
FROM "locality" t
WHERE EXISTS (SELECT
FROM "internet_service" r1
WHERE (r1."locality_id" = t."id" AND ((r1."active_on" >= $24::"date" AND r1."active_on" <= $25::"date") AND r1."kind" = ANY($26::"internet_service_kind"[]))))) g),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0, g.c0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."amount"), 0))::text AS a0_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0
FROM "investment" t
WHERE ((t."committed_on" >= $27::"date" AND t."committed_on" <= $28::"date") AND t."kind" = $29::"investment_kind")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.d0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, count(DISTINCT t."member_id") AS d0
FROM "training_participation" t JOIN "training" j1 ON j1."id" = t."training_id"
WHERE ((j1."starts_on" >= $30::"date" AND j1."starts_on" <= $31::"date") AND j1."topic" = $32::"training_topic")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.d0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, count(DISTINCT t."member_id") AS d0
FROM "training_participation" t JOIN "training" j1 ON j1."id" = t."training_id"
WHERE ((j1."starts_on" >= $33::"date" AND j1."starts_on" <= $34::"date") AND j1."topic" = $35::"training_topic")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT json_build_array(count(*), coalesce(sum(g.n), 0))
FROM (SELECT count(*) AS n
FROM "enterprise" t
WHERE EXISTS (SELECT
FROM "enterprise_support" r1
WHERE (r1."enterprise_id" = t."id" AND (r1."organization_id" = (SELECT r2."id"
FROM "organization" r2
WHERE r2."code" = $36::"text") AND (r1."supplied_on" >= $37::"date" AND r1."supplied_on" <= $38::"date"))))) g),
(SELECT json_build_array(count(*), coalesce(sum(g.n), 0))
FROM (SELECT count(*) AS n
FROM "market_event" t
WHERE (t."series" = $39::"market_event_series" AND (t."year" IS NOT NULL AND ((t."year" >= $40::"int4") IS TRUE AND (t."year" <= $41::"int4") IS TRUE)))) g),
(SELECT json_build_array(count(*), coalesce(sum(g.n), 0))
FROM (SELECT count(*) AS n
FROM "market_event" t
WHERE ((t."year" IS NOT NULL AND (t."year" <= $42::"int4") IS TRUE) OR t."year" IS NULL)
GROUP BY t."series") g),
(SELECT json_build_array(t."rank", t."band")
FROM "country_ranking" t
WHERE t."code" = $43::"text" LIMIT 1),
(SELECT json_build_array(t."rank", t."band")
FROM "country_ranking" t
WHERE t."code" = $44::"text" LIMIT 1),
(SELECT json_build_array(t."rank", t."band")
FROM "country_ranking" t
WHERE t."code" = $45::"text" LIMIT 1),
(SELECT json_build_array(t."rank", t."band")
FROM "country_ranking" t
WHERE t."code" = $46::"text" LIMIT 1),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.k0, g.r0)), '[]')
FROM (SELECT q.*, dense_rank() OVER (ORDER BY q.k0 NULLS LAST) AS r0
FROM (SELECT t."crop" AS k0, NULL AS parent, count(*) AS count
FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id"
WHERE (t."crop" = ANY($47::"crop"[]) AND (j1."enrolled_on" >= $48::"date" AND j1."enrolled_on" <= $49::"date"))
GROUP BY 1) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT json_build_array(count(*), coalesce(sum(g.n), 0))
FROM (SELECT count(*) AS n
FROM "intervention" t
WHERE EXISTS (SELECT
FROM "activity_intervention" r1
WHERE r1."intervention_id" = t."id")) g),
(SELECT json_build_array(count(*), coalesce(sum(g.n), 0))
FROM (SELECT count(*) AS n
FROM "coordination_body" t
WHERE TRUE
GROUP BY t."level") g),
(SELECT json_build_array(count(*), coalesce(sum(g.n), 0))
FROM (SELECT count(*) AS n
FROM "organization" t
WHERE t."kind" = $50::"organization_kind"
GROUP BY t."level") g)) END, (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t4."id", t4."code", t4."title", t4."title_es", t4."unit", t4."comparison", t4."value"::text, t4."source_id") AS r
FROM "published_figure" t4 
WHERE t4."code" = ANY($52::"text"[])
ORDER BY t4.id) x), CASE WHEN $58::"text" = v.version THEN NULL ELSE json_build_array((SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count
FROM "family" t
WHERE (t."enrolled_on" >= $53::"date" AND t."enrolled_on" <= $54::"date")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."hectares"), 0))::text AS a0_0
FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id"
WHERE (t."crop" = $55::"crop" AND (j1."enrolled_on" >= $56::"date" AND j1."enrolled_on" <= $57::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT
WHERE FALSE) c) AS cells) answer)) END
FROM v;
