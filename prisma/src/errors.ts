/** What can be wrong with a database, for people (the message) and for programs (the code). */
export type DatabaseErrorCode =
  | "DATA_DIR_LOCKED"
  | "DATABASE_UNREACHABLE"
  | "DATABASE_TOO_OLD"
  | "FOREIGN_OBJECTS"
  | "MIGRATION_FAILED"
  | "MIGRATIONS_DIVERGED"
  | "NOT_EMPTY"
  | "NOT_MIGRATED";

/** A fault of the database that its operator can mend; the message says how and holds no secret. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
