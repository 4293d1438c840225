export { deleteEmbedded } from "./database/delete-embedded.ts";
export { type Database, type DatabaseLocation, openDatabase, type SqlStatement } from "./database/open.ts";
export { type DemoOptions, type DemoProgress, type DemoResult, fillDemo } from "./demo/fill.ts";
export { DEMO_VERSION, type DemoStatus, demoStatus } from "./demo/status.ts";
export { DatabaseError, type DatabaseErrorCode } from "./errors.ts";
export * from "./generated/client/client.ts";
export { dropTables } from "./migrate/drop.ts";
export { type MigrationStatus, migrate, migrationStatus } from "./migrate/migrate.ts";
