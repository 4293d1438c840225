-- CreateEnum
CREATE TYPE "access_role" AS ENUM ('PUBLIC', 'PARTNER', 'ANALYST', 'STEWARD');

-- CreateTable
CREATE TABLE "api_key" (
    "id" SERIAL NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "label" TEXT NOT NULL,
    "role" "access_role" NOT NULL,
    "partner" TEXT,
    "purpose" TEXT,
    "regions" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "viewer" TEXT NOT NULL,
    "role" "access_role" NOT NULL,
    "purpose" TEXT NOT NULL,
    "request" TEXT,
    "operation" TEXT,
    "type_name" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "record_ids" INTEGER[],

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trusted_document" (
    "hash" VARCHAR(64) NOT NULL,
    "text" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trusted_document_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_prefix_key" ON "api_key"("prefix");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_viewer_at_idx" ON "audit_entry"("viewer", "at");

-- CreateIndex
CREATE INDEX "audit_entry_record_ids_idx" ON "audit_entry" USING GIN ("record_ids");

-- CreateIndex
CREATE INDEX "trusted_document_client_idx" ON "trusted_document"("client");

ALTER TABLE "api_key"
    ADD CONSTRAINT "api_key_hash_check" CHECK (length("hash") = 32),
    ADD CONSTRAINT "api_key_partner_check" CHECK (("role" = 'PARTNER') = ("partner" IS NOT NULL)),
    ADD CONSTRAINT "api_key_purpose_check" CHECK ("role" NOT IN ('PARTNER', 'STEWARD') OR "purpose" IS NOT NULL);
ALTER TABLE "trusted_document"
    ADD CONSTRAINT "trusted_document_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$');

-- What has been read cannot be made unread.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit log is only ever added to.';
END
$$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
