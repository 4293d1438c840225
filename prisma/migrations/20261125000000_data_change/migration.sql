-- CreateTable
CREATE TABLE "data_change" (
    "id" BIGSERIAL NOT NULL,

    CONSTRAINT "data_change_pkey" PRIMARY KEY ("id")
);

-- What is worked out of the records is good as long as the same changes are seen. Each statement that changes records adds a row:
-- rows of transactions that are not yet committed are not seen, and no writer waits for another. Old rows are taken away now and then.
CREATE FUNCTION note_data_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    own bigint;
BEGIN
    INSERT INTO data_change DEFAULT VALUES RETURNING id INTO own;
    IF own % 100 = 0 THEN
        DELETE FROM data_change WHERE id IN (SELECT id FROM data_change WHERE id < own - 500 FOR UPDATE SKIP LOCKED);
    END IF;
    RETURN NULL;
END
$$;

-- Tells whether two statements see the same changes: it stays the same as long as they do.
CREATE FUNCTION data_version() RETURNS text STABLE LANGUAGE sql AS $$
    SELECT count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(sum(id), 0) FROM data_change
$$;

DO $$
DECLARE
    name text;
BEGIN
    FOR name IN
        SELECT tablename FROM pg_tables
        WHERE schemaname = current_schema()
            AND tablename NOT IN ('_prisma_migrations', 'installation', 'api_key', 'audit_entry', 'trusted_document', 'data_change')
    LOOP
        EXECUTE format(
            'CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION note_data_change()',
            name
        );
    END LOOP;
END
$$;
