SELECT "t0"."id", "Family_farms"."__prisma_data__" AS "farms" FROM "public"."family" AS "t0" LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t3"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t2"."id", 'code', "t2"."code") AS "__prisma_data__", "t2"."code" FROM (SELECT "t1".* FROM "public"."farm" AS "t1" WHERE "t0"."id" = "t1"."family_id" /* root select */) AS "t2" /* inner select */) AS "t3" WHERE 1=1 ORDER BY "t3"."code" ASC LIMIT $1 /* middle select */) AS "t4" /* outer select */) AS "Family_farms" ON true WHERE "t0"."id" IN ($2,$3);

SELECT "t0"."id", "t0"."family_id" AS "familyId", "Farm_family"."__prisma_data__" AS "family", "t0"."code" FROM "public"."farm" AS "t0" LEFT JOIN LATERAL (SELECT JSONB_BUILD_OBJECT('id', "t1"."id", 'code', "t1"."code") AS "__prisma_data__" FROM "public"."family" AS "t1" WHERE "t0"."family_id" = "t1"."id" LIMIT $1) AS "Farm_family" ON true WHERE "t0"."id" IN ($2,$3);

SELECT "t0"."id", "t0"."name" FROM "public"."region" AS "t0" WHERE ("t0"."id" = $1 AND 1=1) LIMIT $2;

SELECT "t0"."id", "t0"."region_id" AS "regionId", "Family_region"."__prisma_data__" AS "region", "t0"."code" FROM "public"."family" AS "t0" LEFT JOIN LATERAL (SELECT JSONB_BUILD_OBJECT('id', "t1"."id", 'name', "t1"."name") AS "__prisma_data__" FROM "public"."region" AS "t1" WHERE "t0"."region_id" = "t1"."id" LIMIT $1) AS "Family_region" ON true WHERE "t0"."id" IN ($2,$3);

SELECT COUNT(*) AS "_count$_all", "public"."family"."region_id" FROM "public"."family" WHERE "public"."family"."region_id" IN ($1) GROUP BY "public"."family"."region_id" OFFSET $2;

SELECT COUNT(*) AS "_count$_all", "public"."family_member"."family_id" FROM "public"."family_member" WHERE "public"."family_member"."family_id" IN ($1) GROUP BY "public"."family_member"."family_id" OFFSET $2;
