-- Text folded for searching: lower case, without accents, in every locale alike.
CREATE FUNCTION search_text(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(lower(normalize(value, NFD)), U&'[\0300-\036F]', '', 'g');

-- Text folded for sorting as Spanish speakers expect: accents do not count, and ñ comes after n (~ sorts after z).
CREATE FUNCTION sort_text(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(replace(lower(normalize(value, NFD)), U&'n\0303', 'n~'), U&'[\0300-\036F]', '', 'g');

-- CreateEnum
CREATE TYPE "provenance" AS ENUM ('REAL', 'SYNTHETIC');

-- CreateEnum
CREATE TYPE "government_level" AS ENUM ('REGIONAL', 'PROVINCIAL', 'DISTRICT');

-- CreateEnum
CREATE TYPE "evidence" AS ENUM ('STRONG', 'MEDIUM', 'WEAK');

-- CreateEnum
CREATE TYPE "capacity_dimension" AS ENUM ('PLANNING', 'FINANCIAL_MANAGEMENT', 'PUBLIC_INVESTMENT', 'CITIZEN_PARTICIPATION');

-- CreateEnum
CREATE TYPE "internet_service_kind" AS ENUM ('FIXED_4G', 'MOBILE_4G');

-- CreateEnum
CREATE TYPE "consent_status" AS ENUM ('GIVEN', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "consent_scope" AS ENUM ('PROGRAMME', 'RESEARCH');

-- CreateEnum
CREATE TYPE "sex" AS ENUM ('FEMALE', 'MALE');

-- CreateEnum
CREATE TYPE "certification_kind" AS ENUM ('ORGANIC', 'FAIRTRADE', 'RAINFOREST_ALLIANCE');

-- CreateEnum
CREATE TYPE "crop" AS ENUM ('CACAO', 'COFFEE', 'BANANA', 'TIMBER', 'OTHER');

-- CreateEnum
CREATE TYPE "cropping_system" AS ENUM ('MONOCROP', 'AGROFORESTRY');

-- CreateEnum
CREATE TYPE "verification_method" AS ENUM ('FIELD_VISIT', 'SATELLITE_IMAGE', 'DRONE_SURVEY');

-- CreateEnum
CREATE TYPE "training_topic" AS ENUM ('DIGITAL_SKILLS', 'FINANCIAL_EDUCATION', 'AGROFORESTRY', 'LOCAL_GOVERNANCE', 'BUSINESS_SKILLS');

-- CreateEnum
CREATE TYPE "training_modality" AS ENUM ('FARMER_FIELD_SCHOOL', 'IN_PERSON', 'ONLINE', 'BLENDED');

-- CreateEnum
CREATE TYPE "investment_kind" AS ENUM ('FAMILY_FINANCING', 'PUBLIC_RESOURCES', 'PRIVATE_CONNECTIVITY', 'ENTERPRISE_SUPPORT');

-- CreateEnum
CREATE TYPE "investment_instrument" AS ENUM ('CREDIT', 'GRANT', 'OWN_FUNDS', 'BUDGET_TRANSFER');

-- CreateEnum
CREATE TYPE "currency" AS ENUM ('PEN', 'USD');

-- CreateEnum
CREATE TYPE "organization_kind" AS ENUM ('DONOR', 'IMPLEMENTER', 'PUBLIC_ENTITY', 'COOPERATIVE', 'BANK', 'FIRM', 'UNIVERSITY');

-- CreateEnum
CREATE TYPE "organization_level" AS ENUM ('NATIONAL', 'SUBNATIONAL');

-- CreateEnum
CREATE TYPE "activity_status" AS ENUM ('PIPELINE', 'IMPLEMENTATION', 'FINALISATION', 'CLOSED', 'CANCELLED', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('DAY', 'MONTH', 'YEAR');

-- CreateEnum
CREATE TYPE "intervention_code" AS ENUM ('AGROFORESTRY', 'LOCAL_GOVERNANCE', 'CAPACITY_BUILDING', 'INFRASTRUCTURE', 'DIGITIZATION', 'DIGITAL_INCLUSION', 'FINANCIAL_INCLUSION');

-- CreateEnum
CREATE TYPE "coordination_level" AS ENUM ('POLITICAL_STRATEGIC', 'OPERATIONAL');

-- CreateEnum
CREATE TYPE "enterprise_support_kind" AS ENUM ('TRAINING', 'MENTORING', 'SEED_CAPITAL');

-- CreateEnum
CREATE TYPE "market_event_series" AS ENUM ('CACAO_AND_CHOCOLATE_SHOW', 'SALON_DU_CHOCOLAT', 'EXPOAMAZONICA', 'EXPOALIMENTARIA', 'FAIR_OF_SPECIAL_COFFEES', 'CUP_OF_EXCELLENCE');

-- CreateEnum
CREATE TYPE "market_event_role" AS ENUM ('ORGANIZER', 'EXHIBITOR', 'COMPETITOR', 'GUEST_OF_HONOUR');

-- CreateEnum
CREATE TYPE "commodity" AS ENUM ('CACAO', 'COFFEE');

-- CreateEnum
CREATE TYPE "production_kind" AS ENUM ('ORGANIC', 'CONVENTIONAL');

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "title_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("title")) STORED,
    "title_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("title")) STORED,
    "url" TEXT,
    "licence" TEXT,
    "retrieved_on" DATE,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "id" SERIAL NOT NULL,
    "ubigeo" VARCHAR(2) COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "name_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("name")) STORED,
    "name_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("name")) STORED,
    "capital" TEXT NOT NULL,
    "capital_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("capital")) STORED,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "provenance" "provenance" NOT NULL DEFAULT 'REAL',

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "province" (
    "id" SERIAL NOT NULL,
    "ubigeo" VARCHAR(4) COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "name_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("name")) STORED,
    "name_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("name")) STORED,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "provenance" "provenance" NOT NULL DEFAULT 'REAL',
    "region_id" INTEGER NOT NULL,

    CONSTRAINT "province_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "local_government" (
    "id" SERIAL NOT NULL,
    "ubigeo" VARCHAR(6) COLLATE "C" NOT NULL,
    "level" "government_level" NOT NULL,
    "name" TEXT NOT NULL,
    "name_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("name")) STORED,
    "name_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("name")) STORED,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "poverty_rate" DECIMAL(5,2),
    "provenance" "provenance" NOT NULL DEFAULT 'REAL',
    "region_id" INTEGER NOT NULL,
    "province_id" INTEGER,

    CONSTRAINT "local_government_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "local_government_budget" (
    "id" SERIAL NOT NULL,
    "local_government_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "opening_budget" DECIMAL(15,2) NOT NULL,
    "modified_budget" DECIMAL(15,2) NOT NULL,
    "accrued" DECIMAL(15,2) NOT NULL,
    "currency" "currency" NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "local_government_budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capacity_assessment" (
    "id" SERIAL NOT NULL,
    "local_government_id" INTEGER NOT NULL,
    "dimension" "capacity_dimension" NOT NULL,
    "assessed_on" DATE NOT NULL,
    "score" DECIMAL(5,2) NOT NULL,

    CONSTRAINT "capacity_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zone" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "name_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("name")) STORED,
    "name_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("name")) STORED,
    "provenance" "provenance" NOT NULL DEFAULT 'REAL',

    CONSTRAINT "zone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zone_coverage" (
    "id" SERIAL NOT NULL,
    "zone_id" INTEGER NOT NULL,
    "local_government_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,
    "evidence" "evidence" NOT NULL,
    "basis" TEXT NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "zone_coverage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coca_area" (
    "id" SERIAL NOT NULL,
    "year" INTEGER NOT NULL,
    "hectares" DECIMAL(10,2) NOT NULL,
    "zone_id" INTEGER,
    "region_id" INTEGER,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "coca_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "locality" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "name_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("name")) STORED,
    "name_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("name")) STORED,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',
    "local_government_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,

    CONSTRAINT "locality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "internet_service" (
    "id" SERIAL NOT NULL,
    "locality_id" INTEGER NOT NULL,
    "kind" "internet_service_kind" NOT NULL,
    "active_on" DATE NOT NULL,
    "operator_id" INTEGER NOT NULL,

    CONSTRAINT "internet_service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "local_government_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,
    "locality_id" INTEGER,
    "enrolled_on" DATE NOT NULL,
    "poverty_likelihood" DECIMAL(5,2) NOT NULL,
    "consent_status" "consent_status" NOT NULL,
    "consent_scope" "consent_scope" NOT NULL,
    "consent_on" DATE NOT NULL,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',

    CONSTRAINT "family_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_member" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "family_id" INTEGER NOT NULL,
    "sex" "sex" NOT NULL,
    "birth_year" INTEGER NOT NULL,
    "is_head" BOOLEAN NOT NULL,
    "name" TEXT,
    "national_id" TEXT,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',

    CONSTRAINT "family_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_income" (
    "id" SERIAL NOT NULL,
    "family_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "net_income" DECIMAL(12,2) NOT NULL,
    "currency" "currency" NOT NULL,

    CONSTRAINT "household_income_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "farm" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "family_id" INTEGER NOT NULL,
    "local_government_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "altitude" INTEGER NOT NULL,
    "hectares" DECIMAL(10,4) NOT NULL,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',

    CONSTRAINT "farm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "farm_certification" (
    "id" SERIAL NOT NULL,
    "farm_id" INTEGER NOT NULL,
    "kind" "certification_kind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,

    CONSTRAINT "farm_certification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plot" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "farm_id" INTEGER NOT NULL,
    "crop" "crop" NOT NULL,
    "variety" TEXT NOT NULL,
    "variety_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("variety")) STORED,
    "hectares" DECIMAL(10,4) NOT NULL,
    "system" "cropping_system" NOT NULL,
    "planted_year" INTEGER NOT NULL,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',

    CONSTRAINT "plot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "harvest" (
    "id" SERIAL NOT NULL,
    "plot_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "kg" DECIMAL(12,1) NOT NULL,
    "price_per_kg" DECIMAL(10,2) NOT NULL,
    "currency" "currency" NOT NULL,

    CONSTRAINT "harvest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coca_free_verification" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "area_code" TEXT COLLATE "C" NOT NULL,
    "farm_id" INTEGER NOT NULL,
    "verified_on" DATE NOT NULL,
    "method" "verification_method" NOT NULL,
    "eradicated_hectares" DECIMAL(10,4) NOT NULL,
    "coca_free_hectares" DECIMAL(10,4) NOT NULL,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',

    CONSTRAINT "coca_free_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intervention" (
    "id" SERIAL NOT NULL,
    "code" "intervention_code" NOT NULL,
    "name" TEXT NOT NULL,
    "name_es" TEXT NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "intervention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" SERIAL NOT NULL,
    "identifier" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "title_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("title")) STORED,
    "title_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("title")) STORED,
    "description" TEXT,
    "status" "activity_status" NOT NULL,
    "implementer_id" INTEGER NOT NULL,
    "starts_on" DATE,
    "starts_on_precision" "date_precision",
    "ends_on" DATE,
    "ends_on_precision" "date_precision",
    "provenance" "provenance" NOT NULL DEFAULT 'REAL',
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_sector" (
    "id" SERIAL NOT NULL,
    "activity_id" INTEGER NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "activity_sector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_intervention" (
    "id" SERIAL NOT NULL,
    "activity_id" INTEGER NOT NULL,
    "intervention_id" INTEGER NOT NULL,

    CONSTRAINT "activity_intervention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "title_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("title")) STORED,
    "title_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("title")) STORED,
    "topic" "training_topic" NOT NULL,
    "modality" "training_modality" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "hours" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "local_government_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,
    "intervention_id" INTEGER NOT NULL,
    "activity_id" INTEGER,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',

    CONSTRAINT "training_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_participation" (
    "id" SERIAL NOT NULL,
    "training_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "family_id" INTEGER NOT NULL,
    "attendance_rate" DECIMAL(4,3) NOT NULL,
    "certified" BOOLEAN NOT NULL,

    CONSTRAINT "training_participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "investment" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "kind" "investment_kind" NOT NULL,
    "instrument" "investment_instrument" NOT NULL,
    "amount" DECIMAL(15,2) NOT NULL,
    "currency" "currency" NOT NULL,
    "committed_on" DATE NOT NULL,
    "funder_id" INTEGER NOT NULL,
    "intervention_id" INTEGER NOT NULL,
    "activity_id" INTEGER,
    "local_government_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,
    "recipient_family_id" INTEGER,
    "recipient_local_government_id" INTEGER,
    "recipient_locality_id" INTEGER,
    "recipient_enterprise_id" INTEGER,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',

    CONSTRAINT "investment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disbursement" (
    "id" SERIAL NOT NULL,
    "investment_id" INTEGER NOT NULL,
    "disbursed_on" DATE NOT NULL,
    "amount" DECIMAL(15,2) NOT NULL,
    "currency" "currency" NOT NULL,

    CONSTRAINT "disbursement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "name_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("name")) STORED,
    "name_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("name")) STORED,
    "kind" "organization_kind" NOT NULL,
    "level" "organization_level" NOT NULL,
    "provenance" "provenance" NOT NULL DEFAULT 'REAL',

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "name_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("name")) STORED,
    "name_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("name")) STORED,
    "locality_id" INTEGER NOT NULL,
    "local_government_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,
    "value_chain" "crop" NOT NULL,
    "member_count" INTEGER NOT NULL,
    "founded_year" INTEGER NOT NULL,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_support" (
    "id" SERIAL NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "activity_id" INTEGER NOT NULL,
    "kind" "enterprise_support_kind" NOT NULL,
    "supplied_on" DATE NOT NULL,

    CONSTRAINT "enterprise_support_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coordination_body" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "name_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("name")) STORED,
    "name_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("name")) STORED,
    "level" "coordination_level" NOT NULL,
    "description" TEXT NOT NULL,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',

    CONSTRAINT "coordination_body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coordination_membership" (
    "id" SERIAL NOT NULL,
    "body_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "chairs" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "coordination_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coordination_agreement" (
    "id" SERIAL NOT NULL,
    "body_id" INTEGER NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "agreed_on" DATE NOT NULL,

    CONSTRAINT "coordination_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coordination_instrument" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "name_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("name")) STORED,
    "name_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("name")) STORED,
    "level" "coordination_level" NOT NULL,
    "description" TEXT NOT NULL,
    "body_id" INTEGER,
    "provenance" "provenance" NOT NULL DEFAULT 'REAL',

    CONSTRAINT "coordination_instrument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "market_event" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "series" "market_event_series" NOT NULL,
    "edition" INTEGER,
    "year" INTEGER,
    "starts_on" DATE,
    "ends_on" DATE,
    "city" TEXT,
    "city_search" TEXT COLLATE "C" GENERATED ALWAYS AS (search_text("city")) STORED,
    "country" VARCHAR(2) NOT NULL,
    "local_government_id" INTEGER,
    "verification" TEXT NOT NULL,
    "provenance" "provenance" NOT NULL DEFAULT 'REAL',
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "market_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "market_event_participation" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "role" "market_event_role" NOT NULL,
    "provenance" "provenance" NOT NULL DEFAULT 'SYNTHETIC',

    CONSTRAINT "market_event_participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "country_ranking" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "commodity" "commodity" NOT NULL,
    "production" "production_kind" NOT NULL,
    "label" TEXT NOT NULL,
    "rank" INTEGER,
    "band" INTEGER,
    "year" INTEGER,
    "provenance" "provenance" NOT NULL DEFAULT 'REAL',
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "country_ranking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" SERIAL NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "title_search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (search_text("title")) STORED,
    "title_sort" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (sort_text("title")) STORED,
    "unit" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "disaggregations" TEXT[],
    "baseline_year" INTEGER,
    "baseline_value" DECIMAL(15,4),
    "target_year" INTEGER,
    "target_value" DECIMAL(15,4),
    "provenance" "provenance" NOT NULL DEFAULT 'REAL',

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "cursor_key" BYTEA NOT NULL DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
    "demo_scale" DECIMAL(9,4),
    "demo_seed" INTEGER,
    "demo_version" TEXT,
    "filled_at" TIMESTAMPTZ(3),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "source_code_key" ON "source"("code");

-- CreateIndex
CREATE UNIQUE INDEX "region_ubigeo_key" ON "region"("ubigeo");

-- CreateIndex
CREATE UNIQUE INDEX "province_ubigeo_key" ON "province"("ubigeo");

-- CreateIndex
CREATE INDEX "province_region_id_ubigeo_idx" ON "province"("region_id", "ubigeo");

-- CreateIndex
CREATE UNIQUE INDEX "province_id_region_id_key" ON "province"("id", "region_id");

-- CreateIndex
CREATE UNIQUE INDEX "local_government_ubigeo_key" ON "local_government"("ubigeo");

-- CreateIndex
CREATE INDEX "local_government_region_id_ubigeo_idx" ON "local_government"("region_id", "ubigeo");

-- CreateIndex
CREATE INDEX "local_government_province_id_ubigeo_idx" ON "local_government"("province_id", "ubigeo");

-- CreateIndex
CREATE UNIQUE INDEX "local_government_id_region_id_key" ON "local_government"("id", "region_id");

-- CreateIndex
CREATE INDEX "local_government_budget_source_id_idx" ON "local_government_budget"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "local_government_budget_local_government_id_year_key" ON "local_government_budget"("local_government_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "capacity_assessment_local_government_id_dimension_assessed__key" ON "capacity_assessment"("local_government_id", "dimension", "assessed_on");

-- CreateIndex
CREATE UNIQUE INDEX "zone_code_key" ON "zone"("code");

-- CreateIndex
CREATE INDEX "zone_coverage_local_government_id_idx" ON "zone_coverage"("local_government_id");

-- CreateIndex
CREATE INDEX "zone_coverage_region_id_zone_id_idx" ON "zone_coverage"("region_id", "zone_id");

-- CreateIndex
CREATE INDEX "zone_coverage_source_id_idx" ON "zone_coverage"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "zone_coverage_zone_id_local_government_id_key" ON "zone_coverage"("zone_id", "local_government_id");

-- CreateIndex
CREATE INDEX "coca_area_source_id_idx" ON "coca_area"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "coca_area_zone_id_year_key" ON "coca_area"("zone_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "coca_area_region_id_year_key" ON "coca_area"("region_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "locality_code_key" ON "locality"("code");

-- CreateIndex
CREATE INDEX "locality_local_government_id_code_idx" ON "locality"("local_government_id", "code");

-- CreateIndex
CREATE INDEX "locality_region_id_code_idx" ON "locality"("region_id", "code");

-- CreateIndex
CREATE INDEX "internet_service_operator_id_idx" ON "internet_service"("operator_id");

-- CreateIndex
CREATE UNIQUE INDEX "internet_service_locality_id_kind_key" ON "internet_service"("locality_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "family_code_key" ON "family"("code");

-- CreateIndex
CREATE INDEX "family_region_id_code_idx" ON "family"("region_id", "code");

-- CreateIndex
CREATE INDEX "family_local_government_id_code_idx" ON "family"("local_government_id", "code");

-- CreateIndex
CREATE INDEX "family_locality_id_code_idx" ON "family"("locality_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "family_member_code_key" ON "family_member"("code");

-- CreateIndex
CREATE UNIQUE INDEX "family_member_national_id_key" ON "family_member"("national_id");

-- CreateIndex
CREATE INDEX "family_member_family_id_code_idx" ON "family_member"("family_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "family_member_id_family_id_key" ON "family_member"("id", "family_id");

-- CreateIndex
CREATE INDEX "household_income_year_idx" ON "household_income"("year");

-- CreateIndex
CREATE UNIQUE INDEX "household_income_family_id_year_key" ON "household_income"("family_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "farm_code_key" ON "farm"("code");

-- CreateIndex
CREATE INDEX "farm_family_id_code_idx" ON "farm"("family_id", "code");

-- CreateIndex
CREATE INDEX "farm_local_government_id_code_idx" ON "farm"("local_government_id", "code");

-- CreateIndex
CREATE INDEX "farm_region_id_code_idx" ON "farm"("region_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "farm_certification_farm_id_kind_valid_from_key" ON "farm_certification"("farm_id", "kind", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "plot_code_key" ON "plot"("code");

-- CreateIndex
CREATE INDEX "plot_farm_id_code_idx" ON "plot"("farm_id", "code");

-- CreateIndex
CREATE INDEX "plot_crop_code_idx" ON "plot"("crop", "code");

-- CreateIndex
CREATE UNIQUE INDEX "harvest_plot_id_year_key" ON "harvest"("plot_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "coca_free_verification_code_key" ON "coca_free_verification"("code");

-- CreateIndex
CREATE INDEX "coca_free_verification_farm_id_code_idx" ON "coca_free_verification"("farm_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "coca_free_verification_area_code_verified_on_key" ON "coca_free_verification"("area_code", "verified_on");

-- CreateIndex
CREATE UNIQUE INDEX "intervention_code_key" ON "intervention"("code");

-- CreateIndex
CREATE UNIQUE INDEX "activity_identifier_key" ON "activity"("identifier");

-- CreateIndex
CREATE INDEX "activity_implementer_id_identifier_idx" ON "activity"("implementer_id", "identifier");

-- CreateIndex
CREATE INDEX "activity_source_id_idx" ON "activity"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_sector_activity_id_code_key" ON "activity_sector"("activity_id", "code");

-- CreateIndex
CREATE INDEX "activity_intervention_intervention_id_activity_id_idx" ON "activity_intervention"("intervention_id", "activity_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_intervention_activity_id_intervention_id_key" ON "activity_intervention"("activity_id", "intervention_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_code_key" ON "training"("code");

-- CreateIndex
CREATE INDEX "training_organization_id_code_idx" ON "training"("organization_id", "code");

-- CreateIndex
CREATE INDEX "training_local_government_id_code_idx" ON "training"("local_government_id", "code");

-- CreateIndex
CREATE INDEX "training_region_id_code_idx" ON "training"("region_id", "code");

-- CreateIndex
CREATE INDEX "training_intervention_id_code_idx" ON "training"("intervention_id", "code");

-- CreateIndex
CREATE INDEX "training_activity_id_code_idx" ON "training"("activity_id", "code");

-- CreateIndex
CREATE INDEX "training_topic_code_idx" ON "training"("topic", "code");

-- CreateIndex
CREATE INDEX "training_participation_member_id_training_id_idx" ON "training_participation"("member_id", "training_id");

-- CreateIndex
CREATE INDEX "training_participation_family_id_training_id_idx" ON "training_participation"("family_id", "training_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_participation_training_id_member_id_key" ON "training_participation"("training_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "investment_code_key" ON "investment"("code");

-- CreateIndex
CREATE INDEX "investment_funder_id_code_idx" ON "investment"("funder_id", "code");

-- CreateIndex
CREATE INDEX "investment_intervention_id_code_idx" ON "investment"("intervention_id", "code");

-- CreateIndex
CREATE INDEX "investment_activity_id_code_idx" ON "investment"("activity_id", "code");

-- CreateIndex
CREATE INDEX "investment_local_government_id_code_idx" ON "investment"("local_government_id", "code");

-- CreateIndex
CREATE INDEX "investment_region_id_code_idx" ON "investment"("region_id", "code");

-- CreateIndex
CREATE INDEX "investment_recipient_family_id_code_idx" ON "investment"("recipient_family_id", "code");

-- CreateIndex
CREATE INDEX "investment_recipient_local_government_id_code_idx" ON "investment"("recipient_local_government_id", "code");

-- CreateIndex
CREATE INDEX "investment_recipient_locality_id_code_idx" ON "investment"("recipient_locality_id", "code");

-- CreateIndex
CREATE INDEX "investment_recipient_enterprise_id_code_idx" ON "investment"("recipient_enterprise_id", "code");

-- CreateIndex
CREATE INDEX "investment_kind_code_idx" ON "investment"("kind", "code");

-- CreateIndex
CREATE INDEX "disbursement_investment_id_disbursed_on_idx" ON "disbursement"("investment_id", "disbursed_on");

-- CreateIndex
CREATE UNIQUE INDEX "organization_code_key" ON "organization"("code");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_code_key" ON "enterprise"("code");

-- CreateIndex
CREATE INDEX "enterprise_locality_id_code_idx" ON "enterprise"("locality_id", "code");

-- CreateIndex
CREATE INDEX "enterprise_local_government_id_code_idx" ON "enterprise"("local_government_id", "code");

-- CreateIndex
CREATE INDEX "enterprise_region_id_code_idx" ON "enterprise"("region_id", "code");

-- CreateIndex
CREATE INDEX "enterprise_support_enterprise_id_supplied_on_idx" ON "enterprise_support"("enterprise_id", "supplied_on");

-- CreateIndex
CREATE INDEX "enterprise_support_organization_id_idx" ON "enterprise_support"("organization_id");

-- CreateIndex
CREATE INDEX "enterprise_support_activity_id_idx" ON "enterprise_support"("activity_id");

-- CreateIndex
CREATE UNIQUE INDEX "coordination_body_code_key" ON "coordination_body"("code");

-- CreateIndex
CREATE INDEX "coordination_membership_organization_id_body_id_idx" ON "coordination_membership"("organization_id", "body_id");

-- CreateIndex
CREATE UNIQUE INDEX "coordination_membership_body_id_organization_id_key" ON "coordination_membership"("body_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "coordination_agreement_code_key" ON "coordination_agreement"("code");

-- CreateIndex
CREATE INDEX "coordination_agreement_body_id_agreed_on_idx" ON "coordination_agreement"("body_id", "agreed_on");

-- CreateIndex
CREATE UNIQUE INDEX "coordination_instrument_code_key" ON "coordination_instrument"("code");

-- CreateIndex
CREATE INDEX "coordination_instrument_body_id_code_idx" ON "coordination_instrument"("body_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "market_event_code_key" ON "market_event"("code");

-- CreateIndex
CREATE INDEX "market_event_local_government_id_code_idx" ON "market_event"("local_government_id", "code");

-- CreateIndex
CREATE INDEX "market_event_source_id_idx" ON "market_event"("source_id");

-- CreateIndex
CREATE INDEX "market_event_participation_organization_id_event_id_idx" ON "market_event_participation"("organization_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "market_event_participation_event_id_organization_id_role_key" ON "market_event_participation"("event_id", "organization_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "country_ranking_code_key" ON "country_ranking"("code");

-- CreateIndex
CREATE INDEX "country_ranking_source_id_idx" ON "country_ranking"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_code_key" ON "indicator"("code");

-- AddForeignKey
ALTER TABLE "province" ADD CONSTRAINT "province_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "local_government" ADD CONSTRAINT "local_government_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "local_government" ADD CONSTRAINT "local_government_province_id_region_id_fkey" FOREIGN KEY ("province_id", "region_id") REFERENCES "province"("id", "region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "local_government_budget" ADD CONSTRAINT "local_government_budget_local_government_id_fkey" FOREIGN KEY ("local_government_id") REFERENCES "local_government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "local_government_budget" ADD CONSTRAINT "local_government_budget_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capacity_assessment" ADD CONSTRAINT "capacity_assessment_local_government_id_fkey" FOREIGN KEY ("local_government_id") REFERENCES "local_government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone_coverage" ADD CONSTRAINT "zone_coverage_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone_coverage" ADD CONSTRAINT "zone_coverage_local_government_id_region_id_fkey" FOREIGN KEY ("local_government_id", "region_id") REFERENCES "local_government"("id", "region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone_coverage" ADD CONSTRAINT "zone_coverage_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone_coverage" ADD CONSTRAINT "zone_coverage_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coca_area" ADD CONSTRAINT "coca_area_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coca_area" ADD CONSTRAINT "coca_area_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coca_area" ADD CONSTRAINT "coca_area_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locality" ADD CONSTRAINT "locality_local_government_id_region_id_fkey" FOREIGN KEY ("local_government_id", "region_id") REFERENCES "local_government"("id", "region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locality" ADD CONSTRAINT "locality_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internet_service" ADD CONSTRAINT "internet_service_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "locality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internet_service" ADD CONSTRAINT "internet_service_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family" ADD CONSTRAINT "family_local_government_id_region_id_fkey" FOREIGN KEY ("local_government_id", "region_id") REFERENCES "local_government"("id", "region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family" ADD CONSTRAINT "family_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family" ADD CONSTRAINT "family_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "locality"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_member" ADD CONSTRAINT "family_member_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_income" ADD CONSTRAINT "household_income_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "farm" ADD CONSTRAINT "farm_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "farm" ADD CONSTRAINT "farm_local_government_id_region_id_fkey" FOREIGN KEY ("local_government_id", "region_id") REFERENCES "local_government"("id", "region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "farm" ADD CONSTRAINT "farm_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "farm_certification" ADD CONSTRAINT "farm_certification_farm_id_fkey" FOREIGN KEY ("farm_id") REFERENCES "farm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plot" ADD CONSTRAINT "plot_farm_id_fkey" FOREIGN KEY ("farm_id") REFERENCES "farm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harvest" ADD CONSTRAINT "harvest_plot_id_fkey" FOREIGN KEY ("plot_id") REFERENCES "plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coca_free_verification" ADD CONSTRAINT "coca_free_verification_farm_id_fkey" FOREIGN KEY ("farm_id") REFERENCES "farm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_implementer_id_fkey" FOREIGN KEY ("implementer_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_sector" ADD CONSTRAINT "activity_sector_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_intervention" ADD CONSTRAINT "activity_intervention_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_intervention" ADD CONSTRAINT "activity_intervention_intervention_id_fkey" FOREIGN KEY ("intervention_id") REFERENCES "intervention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_local_government_id_region_id_fkey" FOREIGN KEY ("local_government_id", "region_id") REFERENCES "local_government"("id", "region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_intervention_id_fkey" FOREIGN KEY ("intervention_id") REFERENCES "intervention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_participation" ADD CONSTRAINT "training_participation_training_id_fkey" FOREIGN KEY ("training_id") REFERENCES "training"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_participation" ADD CONSTRAINT "training_participation_member_id_family_id_fkey" FOREIGN KEY ("member_id", "family_id") REFERENCES "family_member"("id", "family_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_participation" ADD CONSTRAINT "training_participation_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_funder_id_fkey" FOREIGN KEY ("funder_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_intervention_id_fkey" FOREIGN KEY ("intervention_id") REFERENCES "intervention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_local_government_id_region_id_fkey" FOREIGN KEY ("local_government_id", "region_id") REFERENCES "local_government"("id", "region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_recipient_family_id_fkey" FOREIGN KEY ("recipient_family_id") REFERENCES "family"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_recipient_local_government_id_fkey" FOREIGN KEY ("recipient_local_government_id") REFERENCES "local_government"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_recipient_locality_id_fkey" FOREIGN KEY ("recipient_locality_id") REFERENCES "locality"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_recipient_enterprise_id_fkey" FOREIGN KEY ("recipient_enterprise_id") REFERENCES "enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursement" ADD CONSTRAINT "disbursement_investment_id_fkey" FOREIGN KEY ("investment_id") REFERENCES "investment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "locality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_local_government_id_region_id_fkey" FOREIGN KEY ("local_government_id", "region_id") REFERENCES "local_government"("id", "region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_support" ADD CONSTRAINT "enterprise_support_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_support" ADD CONSTRAINT "enterprise_support_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_support" ADD CONSTRAINT "enterprise_support_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_membership" ADD CONSTRAINT "coordination_membership_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "coordination_body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_membership" ADD CONSTRAINT "coordination_membership_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_agreement" ADD CONSTRAINT "coordination_agreement_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "coordination_body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_instrument" ADD CONSTRAINT "coordination_instrument_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "coordination_body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_event" ADD CONSTRAINT "market_event_local_government_id_fkey" FOREIGN KEY ("local_government_id") REFERENCES "local_government"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_event" ADD CONSTRAINT "market_event_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_event_participation" ADD CONSTRAINT "market_event_participation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "market_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_event_participation" ADD CONSTRAINT "market_event_participation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "country_ranking" ADD CONSTRAINT "country_ranking_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no record may say.
ALTER TABLE "local_government"
    ADD CONSTRAINT "local_government_ubigeo_check" CHECK (length("ubigeo") = CASE "level" WHEN 'REGIONAL' THEN 2 WHEN 'PROVINCIAL' THEN 4 ELSE 6 END),
    ADD CONSTRAINT "local_government_province_check" CHECK (("level" = 'REGIONAL') = ("province_id" IS NULL)),
    ADD CONSTRAINT "local_government_poverty_rate_check" CHECK ("poverty_rate" BETWEEN 0 AND 100);
ALTER TABLE "local_government_budget"
    ADD CONSTRAINT "local_government_budget_amounts_check" CHECK ("opening_budget" >= 0 AND "modified_budget" >= 0 AND "accrued" >= 0);
ALTER TABLE "capacity_assessment"
    ADD CONSTRAINT "capacity_assessment_score_check" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "coca_area"
    ADD CONSTRAINT "coca_area_hectares_check" CHECK ("hectares" >= 0),
    ADD CONSTRAINT "coca_area_place_check" CHECK (num_nonnulls("zone_id", "region_id") <= 1);
ALTER TABLE "family"
    ADD CONSTRAINT "family_poverty_likelihood_check" CHECK ("poverty_likelihood" BETWEEN 0 AND 100);
ALTER TABLE "family_member"
    ADD CONSTRAINT "family_member_birth_year_check" CHECK ("birth_year" BETWEEN 1900 AND 2100);
ALTER TABLE "farm"
    ADD CONSTRAINT "farm_hectares_check" CHECK ("hectares" > 0),
    ADD CONSTRAINT "farm_coordinates_check" CHECK ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);
ALTER TABLE "farm_certification"
    ADD CONSTRAINT "farm_certification_dates_check" CHECK ("valid_until" >= "valid_from");
ALTER TABLE "plot"
    ADD CONSTRAINT "plot_hectares_check" CHECK ("hectares" > 0);
ALTER TABLE "harvest"
    ADD CONSTRAINT "harvest_amounts_check" CHECK ("kg" >= 0 AND "price_per_kg" >= 0);
ALTER TABLE "coca_free_verification"
    ADD CONSTRAINT "coca_free_verification_hectares_check" CHECK ("eradicated_hectares" > 0 AND "coca_free_hectares" BETWEEN 0 AND "eradicated_hectares");
ALTER TABLE "activity"
    ADD CONSTRAINT "activity_dates_check" CHECK ("ends_on" >= "starts_on"),
    ADD CONSTRAINT "activity_precision_check" CHECK (("starts_on" IS NULL) = ("starts_on_precision" IS NULL) AND ("ends_on" IS NULL) = ("ends_on_precision" IS NULL));
ALTER TABLE "training"
    ADD CONSTRAINT "training_dates_check" CHECK ("ends_on" >= "starts_on"),
    ADD CONSTRAINT "training_hours_check" CHECK ("hours" > 0);
ALTER TABLE "training_participation"
    ADD CONSTRAINT "training_participation_attendance_rate_check" CHECK ("attendance_rate" BETWEEN 0 AND 1);
ALTER TABLE "investment"
    ADD CONSTRAINT "investment_amount_check" CHECK ("amount" >= 0),
    ADD CONSTRAINT "investment_recipient_check" CHECK (num_nonnulls("recipient_family_id", "recipient_local_government_id", "recipient_locality_id", "recipient_enterprise_id") = 1);
ALTER TABLE "disbursement"
    ADD CONSTRAINT "disbursement_amount_check" CHECK ("amount" >= 0);
ALTER TABLE "enterprise"
    ADD CONSTRAINT "enterprise_member_count_check" CHECK ("member_count" >= 0);
ALTER TABLE "market_event"
    ADD CONSTRAINT "market_event_dates_check" CHECK ("ends_on" >= "starts_on");
ALTER TABLE "country_ranking"
    ADD CONSTRAINT "country_ranking_position_check" CHECK ("rank" > 0 AND "band" > 0 OR num_nonnulls("rank", "band") = 1);
ALTER TABLE "installation"
    ADD CONSTRAINT "installation_one_row_check" CHECK ("id" = 1);

INSERT INTO "installation" ("id") VALUES (1);
