WITH v AS MATERIALIZED (SELECT count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(sum(id), 0) AS version
FROM "data_change") SELECT (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t2."id", t2."name") AS r
FROM "region" t2 
WHERE FALSE
ORDER BY t2."ubigeo" ASC) x), (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t3."id", t3."year", t3."hectares"::text, t4."id", t4."code") AS r
FROM "coca_area" t3
LEFT JOIN "source" t4 ON t4."id" = t3."source_id" 
WHERE (t3."zone_id" IS NULL AND t3."region_id" IS NULL)
ORDER BY t3."year" ASC) x), v.version, CASE WHEN $83::"text" = v.version THEN NULL ELSE json_build_array((SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count
FROM "family" t
WHERE (t."enrolled_on" >= $1::"date" AND t."enrolled_on" <= $2::"date")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $5::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, extract(year
FROM t."enrolled_on")::int4 AS slice0, count(*) AS records, count(*) FILTER (WHERE (t."enrolled_on" >= $3::"date" AND t."enrolled_on" <= $4::"date")) AS taken, count(*) AS in_places, count(*) FILTER (WHERE (t."enrolled_on" >= $3::"date" AND t."enrolled_on" <= $4::"date")) AS in_slices, count(*) FILTER (WHERE (t."enrolled_on" >= $3::"date" AND t."enrolled_on" <= $4::"date")) AS counted, array_agg(t.id) AS families
FROM "family" t
WHERE TRUE
GROUP BY t."local_government_id", extract(year
FROM t."enrolled_on")::int4) c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.d0, g.a0_0, g.c0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, count(DISTINCT t."recipient_family_id") AS d0, (coalesce(sum(t."amount"), 0))::text AS a0_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0
FROM "investment" t
WHERE ((t."committed_on" >= $6::"date" AND t."committed_on" <= $7::"date") AND t."kind" = $8::"investment_kind")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.slice1::text AS slice1, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $12::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, extract(year
FROM t."committed_on")::int4 AS slice0, t."kind" AS slice1, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE ((t."committed_on" >= $9::"date" AND t."committed_on" <= $10::"date") AND t."kind" = $11::"investment_kind") AND t."recipient_family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE ((t."committed_on" >= $9::"date" AND t."committed_on" <= $10::"date") AND t."kind" = $11::"investment_kind") AND t."recipient_family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE ((t."committed_on" >= $9::"date" AND t."committed_on" <= $10::"date") AND t."kind" = $11::"investment_kind")) AS counted, array_agg(DISTINCT t."recipient_family_id") FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS families
FROM "investment" t
WHERE TRUE
GROUP BY t."local_government_id", extract(year
FROM t."committed_on")::int4, t."kind") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0, c.slice1) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."hectares"), 0))::text AS a0_0
FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id"
WHERE (t."crop" = $13::"crop" AND (j1."enrolled_on" >= $14::"date" AND j1."enrolled_on" <= $15::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.slice1::text AS slice1, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $19::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, t."crop" AS slice0, extract(year
FROM j1."enrolled_on")::int4 AS slice1, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE (t."crop" = $16::"crop" AND (j1."enrolled_on" >= $17::"date" AND j1."enrolled_on" <= $18::"date")) AND t."family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE (t."crop" = $16::"crop" AND (j1."enrolled_on" >= $17::"date" AND j1."enrolled_on" <= $18::"date")) AND t."family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE (t."crop" = $16::"crop" AND (j1."enrolled_on" >= $17::"date" AND j1."enrolled_on" <= $18::"date"))) AS counted, array_agg(DISTINCT t."family_id") FILTER (WHERE t."family_id" IS NOT NULL) AS families
FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id"
WHERE TRUE
GROUP BY t."local_government_id", t."crop", extract(year
FROM j1."enrolled_on")::int4) c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0, c.slice1) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."hectares"), 0))::text AS a0_0
FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id"
WHERE (t."crop" = $20::"crop" AND (j1."enrolled_on" >= $21::"date" AND j1."enrolled_on" <= $22::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.slice1::text AS slice1, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $26::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, t."crop" AS slice0, extract(year
FROM j1."enrolled_on")::int4 AS slice1, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE (t."crop" = $23::"crop" AND (j1."enrolled_on" >= $24::"date" AND j1."enrolled_on" <= $25::"date")) AND t."family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE (t."crop" = $23::"crop" AND (j1."enrolled_on" >= $24::"date" AND j1."enrolled_on" <= $25::"date")) AND t."family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE (t."crop" = $23::"crop" AND (j1."enrolled_on" >= $24::"date" AND j1."enrolled_on" <= $25::"date"))) AS counted, array_agg(DISTINCT t."family_id") FILTER (WHERE t."family_id" IS NOT NULL) AS families
FROM "plot" t JOIN "family" j1 ON j1."id" = t."family_id"
WHERE TRUE
GROUP BY t."local_government_id", t."crop", extract(year
FROM j1."enrolled_on")::int4) c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0, c.slice1) c) AS cells) answer),
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
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.slice1::text AS slice1, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $33::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, extract(year
FROM t."committed_on")::int4 AS slice0, t."kind" AS slice1, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE ((t."committed_on" >= $30::"date" AND t."committed_on" <= $31::"date") AND t."kind" = $32::"investment_kind") AND t."recipient_family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE ((t."committed_on" >= $30::"date" AND t."committed_on" <= $31::"date") AND t."kind" = $32::"investment_kind") AND t."recipient_family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE ((t."committed_on" >= $30::"date" AND t."committed_on" <= $31::"date") AND t."kind" = $32::"investment_kind")) AS counted, array_agg(DISTINCT t."recipient_family_id") FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS families
FROM "investment" t
WHERE TRUE
GROUP BY t."local_government_id", extract(year
FROM t."committed_on")::int4, t."kind") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0, c.slice1) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, (((sum(last_income.net_income)::numeric / nullif(sum(first_income.net_income), 0) - 1) * 100))::text AS a0_0
FROM "family" t JOIN household_income first_income ON first_income.family_id = t.id AND first_income.year = $34::"int4" JOIN household_income last_income ON last_income.family_id = t.id AND last_income.year = $35::"int4"
WHERE (EXISTS (SELECT
FROM "household_income" r1
WHERE (r1."family_id" = t."id" AND r1."year" = $36::"int4")) AND EXISTS (SELECT
FROM "household_income" r2
WHERE (r2."family_id" = t."id" AND r2."year" = $37::"int4")) AND EXISTS (SELECT
FROM "household_income" r3
WHERE (r3."family_id" = t."id" AND r3."year" = $38::"int4")) AND EXISTS (SELECT
FROM "household_income" r4
WHERE (r4."family_id" = t."id" AND r4."year" = $39::"int4")) AND EXISTS (SELECT
FROM "household_income" r5
WHERE (r5."family_id" = t."id" AND r5."year" = $40::"int4")))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $48::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, count(*) AS records, count(*) AS taken, count(*) AS in_places, count(*) AS in_slices, count(*) AS counted, array_agg(t.id) AS families
FROM "family" t JOIN household_income first_income ON first_income.family_id = t.id AND first_income.year = $41::"int4" JOIN household_income last_income ON last_income.family_id = t.id AND last_income.year = $42::"int4"
WHERE (EXISTS (SELECT
FROM "household_income" r1
WHERE (r1."family_id" = t."id" AND r1."year" = $43::"int4")) AND EXISTS (SELECT
FROM "household_income" r2
WHERE (r2."family_id" = t."id" AND r2."year" = $44::"int4")) AND EXISTS (SELECT
FROM "household_income" r3
WHERE (r3."family_id" = t."id" AND r3."year" = $45::"int4")) AND EXISTS (SELECT
FROM "household_income" r4
WHERE (r4."family_id" = t."id" AND r4."year" = $46::"int4")) AND EXISTS (SELECT
FROM "household_income" r5
WHERE (r5."family_id" = t."id" AND r5."year" = $47::"int4")))
GROUP BY t."local_government_id") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, ((sum(t."coca_free_hectares")::numeric / nullif(sum(t."eradicated_hectares"), 0)))::text AS a0_0
FROM "coca_free_verification" t
WHERE ((t."superseded_on" IS NULL OR (t."superseded_on" IS NOT NULL AND (t."superseded_on" > $49::"date") IS TRUE)) AND (t."verified_on" >= $50::"date" AND t."verified_on" <= $51::"date"))) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.slice1::text AS slice1, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $55::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT j1."local_government_id" AS place, extract(year
FROM t."superseded_on")::int4 AS slice0, extract(year
FROM t."verified_on")::int4 AS slice1, count(*) FILTER (WHERE j1."family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE ((t."superseded_on" IS NULL OR (t."superseded_on" IS NOT NULL AND (t."superseded_on" > $52::"date") IS TRUE)) AND (t."verified_on" >= $53::"date" AND t."verified_on" <= $54::"date")) AND j1."family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE j1."family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE ((t."superseded_on" IS NULL OR (t."superseded_on" IS NOT NULL AND (t."superseded_on" > $52::"date") IS TRUE)) AND (t."verified_on" >= $53::"date" AND t."verified_on" <= $54::"date")) AND j1."family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE ((t."superseded_on" IS NULL OR (t."superseded_on" IS NOT NULL AND (t."superseded_on" > $52::"date") IS TRUE)) AND (t."verified_on" >= $53::"date" AND t."verified_on" <= $54::"date"))) AS counted, array_agg(DISTINCT j1."family_id") FILTER (WHERE j1."family_id" IS NOT NULL) AS families
FROM "coca_free_verification" t JOIN "farm" j1 ON j1."id" = t."farm_id"
WHERE TRUE
GROUP BY j1."local_government_id", extract(year
FROM t."superseded_on")::int4, extract(year
FROM t."verified_on")::int4) c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0, c.slice1) c) AS cells) answer),
(SELECT json_build_array(count(*), coalesce(sum(g.n), 0))
FROM (SELECT count(*) AS n
FROM "locality" t
WHERE EXISTS (SELECT
FROM "internet_service" r1
WHERE (r1."locality_id" = t."id" AND ((r1."active_on" >= $56::"date" AND r1."active_on" <= $57::"date") AND r1."kind" = ANY($58::"internet_service_kind"[]))))) g),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.a0_0, g.c0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, (coalesce(sum(t."amount"), 0))::text AS a0_0, CASE WHEN min(t."currency") = max(t."currency") THEN min(t."currency") END AS c0
FROM "investment" t
WHERE ((t."committed_on" >= $59::"date" AND t."committed_on" <= $60::"date") AND t."kind" = $61::"investment_kind")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.slice1::text AS slice1, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $65::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, extract(year
FROM t."committed_on")::int4 AS slice0, t."kind" AS slice1, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE ((t."committed_on" >= $62::"date" AND t."committed_on" <= $63::"date") AND t."kind" = $64::"investment_kind") AND t."recipient_family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE ((t."committed_on" >= $62::"date" AND t."committed_on" <= $63::"date") AND t."kind" = $64::"investment_kind") AND t."recipient_family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE ((t."committed_on" >= $62::"date" AND t."committed_on" <= $63::"date") AND t."kind" = $64::"investment_kind")) AS counted, array_agg(DISTINCT t."recipient_family_id") FILTER (WHERE t."recipient_family_id" IS NOT NULL) AS families
FROM "investment" t
WHERE TRUE
GROUP BY t."local_government_id", extract(year
FROM t."committed_on")::int4, t."kind") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0, c.slice1) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.d0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, count(DISTINCT t."member_id") AS d0
FROM "training_participation" t JOIN "training" j1 ON j1."id" = t."training_id"
WHERE ((j1."starts_on" >= $66::"date" AND j1."starts_on" <= $67::"date") AND j1."topic" = $68::"training_topic")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.slice1::text AS slice1, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $72::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, extract(year
FROM j1."starts_on")::int4 AS slice0, j1."topic" AS slice1, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE ((j1."starts_on" >= $69::"date" AND j1."starts_on" <= $70::"date") AND j1."topic" = $71::"training_topic") AND t."family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE ((j1."starts_on" >= $69::"date" AND j1."starts_on" <= $70::"date") AND j1."topic" = $71::"training_topic") AND t."family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE ((j1."starts_on" >= $69::"date" AND j1."starts_on" <= $70::"date") AND j1."topic" = $71::"training_topic")) AS counted, array_agg(DISTINCT t."family_id") FILTER (WHERE t."family_id" IS NOT NULL) AS families
FROM "training_participation" t JOIN "training" j1 ON j1."id" = t."training_id"
WHERE TRUE
GROUP BY t."local_government_id", extract(year
FROM j1."starts_on")::int4, j1."topic") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0, c.slice1) c) AS cells) answer),
(SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.d0)), '[]')
FROM (SELECT q.*
FROM (SELECT NULL AS parent, count(*) AS count, count(DISTINCT t."member_id") AS d0
FROM "training_participation" t JOIN "training" j1 ON j1."id" = t."training_id"
WHERE ((j1."starts_on" >= $73::"date" AND j1."starts_on" <= $74::"date") AND j1."topic" = $75::"training_topic")) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.slice1::text AS slice1, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $79::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, extract(year
FROM j1."starts_on")::int4 AS slice0, j1."topic" AS slice1, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS records, count(*) FILTER (WHERE ((j1."starts_on" >= $76::"date" AND j1."starts_on" <= $77::"date") AND j1."topic" = $78::"training_topic") AND t."family_id" IS NOT NULL) AS taken, count(*) FILTER (WHERE t."family_id" IS NOT NULL) AS in_places, count(*) FILTER (WHERE ((j1."starts_on" >= $76::"date" AND j1."starts_on" <= $77::"date") AND j1."topic" = $78::"training_topic") AND t."family_id" IS NOT NULL) AS in_slices, count(*) FILTER (WHERE ((j1."starts_on" >= $76::"date" AND j1."starts_on" <= $77::"date") AND j1."topic" = $78::"training_topic")) AS counted, array_agg(DISTINCT t."family_id") FILTER (WHERE t."family_id" IS NOT NULL) AS families
FROM "training_participation" t JOIN "training" j1 ON j1."id" = t."training_id"
WHERE TRUE
GROUP BY t."local_government_id", extract(year
FROM j1."starts_on")::int4, j1."topic") c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0, c.slice1) c) AS cells) answer),
(SELECT json_build_array(count(*), coalesce(sum(g.n), 0))
FROM (SELECT count(*) AS n
FROM "enterprise" t
WHERE EXISTS (SELECT
FROM "enterprise_support" r1
WHERE (r1."enterprise_id" = t."id" AND (r1."organization_id" = (SELECT r2."id"
FROM "organization" r2
WHERE r2."code" = $80::"text") AND (r1."supplied_on" >= $81::"date" AND r1."supplied_on" <= $82::"date"))))) g)) END, (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t5."code", t5."unit", t5."id", t5."target_value"::text) AS r
FROM "indicator" t5 
WHERE TRUE
ORDER BY t5."code" ASC LIMIT 5) x), CASE WHEN $85::"text" = v.version THEN NULL ELSE (SELECT json_build_array(a.answer)
FROM (SELECT (SELECT row_to_json(answer)
FROM (SELECT (SELECT coalesce(json_agg(json_build_array(g.parent, g.count, g.k0, g.r0)), '[]')
FROM (SELECT q.*, q.k0::int4 AS r0
FROM (SELECT t."region_id" AS parent, extract(year
FROM t."enrolled_on")::int4 AS k0, count(*) AS count
FROM "family" t
WHERE t."region_id" = ANY(ARRAY(SELECT id
FROM "region")) AND TRUE
GROUP BY 1, 2) q) g) AS groups,
(SELECT json_agg(json_build_array(g.parent, g.count))
FROM (SELECT NULL AS parent, NULL AS count
WHERE FALSE) g) AS totals,
(SELECT json_agg(c)
FROM (SELECT c.place AS place, l.province_id AS province, l.region_id AS region, c.slice0::text AS slice0, c.records::text AS records, c.taken::text AS taken, c.in_places::text AS in_places, c.in_slices::text AS in_slices, c.counted::text AS counted,
      CASE WHEN coalesce(cardinality(c.families), 0) < $84::"int4" THEN coalesce(c.families, '{}') END AS families
   
FROM (SELECT t."local_government_id" AS place, extract(year
FROM t."enrolled_on")::int4 AS slice0, count(*) AS records, count(*) AS taken, count(*) AS in_places, count(*) AS in_slices, count(*) AS counted, array_agg(t.id) AS families
FROM "family" t
WHERE TRUE
GROUP BY t."local_government_id", extract(year
FROM t."enrolled_on")::int4) c JOIN local_government l ON l.id = c.place
   
ORDER BY l.ubigeo, c.slice0) c) AS cells) answer) AS answer OFFSET 0) a) END, (SELECT json_agg(x.r)
FROM (SELECT json_build_array(t6."name", t6."id") AS r
FROM "region" t6 
WHERE t6."ubigeo" = ANY($86::"text"[])
ORDER BY t6."ubigeo" ASC LIMIT 21) x)
FROM v;
