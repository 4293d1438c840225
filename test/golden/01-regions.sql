SELECT "t0"."id", "t0"."ubigeo", "t0"."name", "t0"."capital" FROM "public"."region" AS "t0" WHERE 1=1 ORDER BY "t0"."ubigeo" ASC LIMIT $1;

SELECT COUNT(*) AS "_count$_all" FROM (SELECT "public"."region"."id" FROM "public"."region" WHERE 1=1 OFFSET $1) AS "sub";

SELECT COUNT(*) AS "_count$_all", "public"."family"."region_id" FROM "public"."family" WHERE "public"."family"."region_id" IN ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25) GROUP BY "public"."family"."region_id" OFFSET $26;

SELECT COUNT(*) AS "_count$_all", "public"."local_government"."region_id" FROM "public"."local_government" WHERE "public"."local_government"."region_id" IN ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25) GROUP BY "public"."local_government"."region_id" OFFSET $26;

SELECT COUNT(*) AS "_count$_all", "public"."province"."region_id" FROM "public"."province" WHERE "public"."province"."region_id" IN ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25) GROUP BY "public"."province"."region_id" OFFSET $26;
