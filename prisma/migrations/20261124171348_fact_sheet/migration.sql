-- CreateEnum
CREATE TYPE "figure_comparison" AS ENUM ('EXACT', 'APPROXIMATELY', 'OVER', 'AT_MOST');

-- AlterTable
ALTER TABLE "coca_free_verification" ADD COLUMN     "superseded_on" DATE;

-- CreateTable
CREATE TABLE "published_figure" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_es" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "comparison" "figure_comparison" NOT NULL,
    "value" DECIMAL(15,4),
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "published_figure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "published_figure_code_key" ON "published_figure"("code");

-- CreateIndex
CREATE INDEX "published_figure_source_id_idx" ON "published_figure"("source_id");

-- AddForeignKey
ALTER TABLE "published_figure" ADD CONSTRAINT "published_figure_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Checks that were there before learn of the next check of their area.
UPDATE "coca_free_verification" v SET "superseded_on" = n."next"
FROM (
    SELECT "id", lead("verified_on") OVER (PARTITION BY "area_code" ORDER BY "verified_on") AS "next" FROM "coca_free_verification"
) n
WHERE n."id" = v."id" AND n."next" IS NOT NULL;

ALTER TABLE "coca_free_verification" ADD CONSTRAINT "coca_free_verification_superseded_later" CHECK ("superseded_on" > "verified_on");
