SELECT "t0"."id", "t0"."code" FROM "public"."source" AS "t0" WHERE "t0"."id" IN ($1);

SELECT "t0"."id", "t0"."code", "t0"."title", "t0"."title_es" AS "titleEs", "t0"."unit", "t0"."comparison"::text, "t0"."value", "t0"."source_id" AS "sourceId" FROM "public"."published_figure" AS "t0" WHERE "t0"."code" IN ($1,$2,$3) ORDER BY "t0"."id" ASC;

SELECT "t0"."id", "t0"."code", "t0"."title", "t0"."title_es" AS "titleEs", "t0"."unit", "t0"."comparison"::text, "t0"."value", "t0"."source_id" AS "sourceId" FROM "public"."published_figure" AS "t0" WHERE 1=1 ORDER BY "t0"."id" ASC;

SELECT (SELECT json_build_array(count(*), coalesce(sum(g.n), 0)) FROM (SELECT count(*) AS n FROM "coordination_body" t WHERE TRUE GROUP BY t."level") g)::text AS answer;

SELECT (SELECT json_build_array(count(*), coalesce(sum(g.n), 0)) FROM (SELECT count(*) AS n FROM "enterprise" t WHERE EXISTS (SELECT FROM "enterprise_support" r1 WHERE (r1."enterprise_id" = t."id" AND (r1."organization_id" = (SELECT r2."id" FROM "organization" r2 WHERE r2."code" = $1::"text") AND (r1."supplied_on" >= $2::"date" AND r1."supplied_on" <= $3::"date"))))) g)::text AS answer;

SELECT (SELECT json_build_array(count(*), coalesce(sum(g.n), 0)) FROM (SELECT count(*) AS n FROM "intervention" t WHERE EXISTS (SELECT FROM "activity_intervention" r1 WHERE r1."intervention_id" = t."id")) g)::text AS answer;

SELECT (SELECT json_build_array(count(*), coalesce(sum(g.n), 0)) FROM (SELECT count(*) AS n FROM "locality" t WHERE EXISTS (SELECT FROM "internet_service" r1 WHERE (r1."locality_id" = t."id" AND ((r1."active_on" >= $1::"date" AND r1."active_on" <= $2::"date") AND r1."kind" = ANY($3::"internet_service_kind"[]))))) g)::text AS answer;

SELECT (SELECT json_build_array(count(*), coalesce(sum(g.n), 0)) FROM (SELECT count(*) AS n FROM "market_event" t WHERE ((t."year" IS NOT NULL AND (t."year" <= $1::"int4") IS TRUE) OR t."year" IS NULL) GROUP BY t."series") g)::text AS answer;

SELECT (SELECT json_build_array(count(*), coalesce(sum(g.n), 0)) FROM (SELECT count(*) AS n FROM "market_event" t WHERE (t."series" = $1::"market_event_series" AND (t."year" IS NOT NULL AND ((t."year" >= $2::"int4") IS TRUE AND (t."year" <= $3::"int4") IS TRUE)))) g)::text AS answer;

SELECT (SELECT json_build_array(count(*), coalesce(sum(g.n), 0)) FROM (SELECT count(*) AS n FROM "organization" t WHERE t."kind" = $1::"organization_kind" GROUP BY t."level") g)::text AS answer;

SELECT (SELECT json_build_array(t."rank", t."band") FROM "country_ranking" t WHERE t."code" = $1::"text" LIMIT 1)::text AS answer;

SELECT (SELECT json_build_array(t."rank", t."band") FROM "country_ranking" t WHERE t."code" = $1::"text" LIMIT 1)::text AS answer;

SELECT (SELECT json_build_array(t."rank", t."band") FROM "country_ranking" t WHERE t."code" = $1::"text" LIMIT 1)::text AS answer;

SELECT (SELECT json_build_array(t."rank", t."band") FROM "country_ranking" t WHERE t."code" = $1::"text" LIMIT 1)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count FROM "family" t WHERE (t."enrolled_on" >= $1::"date" AND t."enrolled_on" <= $2::"date")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count FROM "family" t WHERE (t."enrolled_on" >= $1::"date" AND t."enrolled_on" <= $2::"date")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."hectares"), 0))::text AS a0_0 FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id" WHERE (t."crop" = $1::"crop" AND (j1."enrolled_on" >= $2::"date" AND j1."enrolled_on" <= $3::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."hectares"), 0))::text AS a0_0 FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id" WHERE (t."crop" = $1::"crop" AND (j1."enrolled_on" >= $2::"date" AND j1."enrolled_on" <= $3::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."hectares"), 0))::text AS a0_0 FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id" WHERE (t."crop" = $1::"crop" AND (j1."enrolled_on" >= $2::"date" AND j1."enrolled_on" <= $3::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0, g.a0_1)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count, (((sum(last_income.net_income)::numeric / nullif(sum(first_income.net_income), 0) - 1) * 100))::text AS a0_0, (((avg(last_income.net_income::numeric / nullif(first_income.net_income, 0)) - 1) * 100))::text AS a0_1 FROM "family" t JOIN household_income first_income ON first_income.family_id = t.id AND first_income.year = $1::"int4" JOIN household_income last_income ON last_income.family_id = t.id AND last_income.year = $2::"int4" WHERE (EXISTS (SELECT FROM "household_income" r1 WHERE (r1."family_id" = t."id" AND r1."year" = $3::"int4")) AND EXISTS (SELECT FROM "household_income" r2 WHERE (r2."family_id" = t."id" AND r2."year" = $4::"int4")) AND EXISTS (SELECT FROM "household_income" r3 WHERE (r3."family_id" = t."id" AND r3."year" = $5::"int4")) AND EXISTS (SELECT FROM "household_income" r4 WHERE (r4."family_id" = t."id" AND r4."year" = $6::"int4")))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0, g.a0_1)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count, ((sum(t."coca_free_hectares")::numeric / nullif(sum(t."eradicated_hectares"), 0)))::text AS a0_0, ((avg(t."coca_free_hectares"::numeric / nullif(t."eradicated_hectares", 0))))::text AS a0_1 FROM "coca_free_verification" t WHERE ((t."superseded_on" IS NULL OR (t."superseded_on" IS NOT NULL AND (t."superseded_on" > $1::"date") IS TRUE)) AND (t."verified_on" >= $2::"date" AND t."verified_on" <= $3::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0, g.c0)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."amount"), 0))::text AS a0_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0 FROM "investment" t WHERE ((t."committed_on" >= $1::"date" AND t."committed_on" <= $2::"date") AND t."kind" = $3::"investment_kind")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0, g.c0)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."amount"), 0))::text AS a0_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0 FROM "investment" t WHERE ((t."committed_on" >= $1::"date" AND t."committed_on" <= $2::"date") AND t."kind" = $3::"investment_kind")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.d0)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count, count(DISTINCT t."member_id") AS d0 FROM "training_participation" t JOIN "training" j1 ON j1."id" = t."training_id" WHERE ((j1."starts_on" >= $1::"date" AND j1."starts_on" <= $2::"date") AND j1."topic" = $3::"training_topic")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.d0)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count, count(DISTINCT t."member_id") AS d0 FROM "training_participation" t JOIN "training" j1 ON j1."id" = t."training_id" WHERE ((j1."starts_on" >= $1::"date" AND j1."starts_on" <= $2::"date") AND j1."topic" = $3::"training_topic")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.d0, g.a0_0, g.c0)), '[]') FROM (SELECT q.* FROM (SELECT NULL AS parent, count(*) AS count, count(DISTINCT t."recipient_family_id") AS d0, (coalesce(sum(t."amount"), 0))::text AS a0_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0 FROM "investment" t WHERE ((t."committed_on" >= $1::"date" AND t."committed_on" <= $2::"date") AND t."kind" = $3::"investment_kind")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;

SELECT (SELECT row_to_json(answer) FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.k0, g.r0)), '[]') FROM (SELECT q.*, dense_rank() OVER (ORDER BY q.k0 NULLS LAST) AS r0 FROM (SELECT t."crop" AS k0, NULL AS parent, count(*) AS count FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id" WHERE (t."crop" = ANY($1::"crop"[]) AND (j1."enrolled_on" >= $2::"date" AND j1."enrolled_on" <= $3::"date")) GROUP BY 1) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count)) FROM (SELECT NULL AS parent, NULL AS count WHERE FALSE) g) AS totals,
(SELECT json_agg(c) FROM (SELECT WHERE FALSE) c) AS cells) answer)::text AS answer;
