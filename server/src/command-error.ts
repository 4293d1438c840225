import { DatabaseError, type DatabaseErrorCode } from "@chacra/prisma";
import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** Ends a command with one line that says what to do. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

const databaseExitCodes: Partial<Record<DatabaseErrorCode, ExitCode>> = {
  DATA_DIR_LOCKED: exitCodes.unavailable,
  DATABASE_UNREACHABLE: exitCodes.unavailable,
  DATABASE_TOO_OLD: exitCodes.unavailable,
  MIGRATIONS_DIVERGED: exitCodes.refused,
  NOT_EMPTY: exitCodes.refused,
  NOT_MIGRATED: exitCodes.refused,
};

/** The exit code and the one line for whatever a command threw. */
export function explainFailure(error: unknown): { exitCode: ExitCode; line: string } {
  if (error instanceof CommandError) return { exitCode: error.exitCode, line: error.message };
  if (error instanceof DatabaseError) {
    return { exitCode: databaseExitCodes[error.code] ?? exitCodes.fault, line: error.message };
  }
  const message = error instanceof Error ? error.message : String(error);
  const line = message.trim().replaceAll(/\s*\n\s*/g, " ");
  return { exitCode: exitCodes.fault, line: `${line} (set LOG_LEVEL=debug to see where)` };
}
