export { deleteEmbedded } from "./database/delete-embedded.ts";
export { type Database, type DatabaseLocation, openDatabase, type SqlStatement } from "./database/open.ts";
export { DatabaseError, type DatabaseErrorCode } from "./errors.ts";
export * from "./generated/client/client.ts";
export { dropTables } from "./migrate/drop.ts";
export { type MigrationStatus, migrate, migrationStatus } from "./migrate/migrate.ts";
