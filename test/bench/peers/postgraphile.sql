-- What PostGraphile's users are told to do for aggregates over several tables: functions of the database, in a schema of their own. The
-- benchmark adds the functions from sql/, the same statements as everybody has.
CREATE SCHEMA bench;
CREATE TYPE bench.hectares_of AS (crop text, ubigeo text, name text, count int, hectares numeric);
CREATE TYPE bench.commitment_of AS (kind text, year int, count int, amount numeric, currency text);
CREATE TYPE bench.figure_of AS (code text, title text, value numeric);

-- Ours are unique indexes, which it takes for keys only when it is told.
COMMENT ON TABLE family IS E'@unique code';
COMMENT ON TABLE local_government IS E'@unique ubigeo';
COMMENT ON TABLE region IS E'@unique ubigeo';
