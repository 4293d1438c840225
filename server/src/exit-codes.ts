/** How the `chacra` command ends, for scripts; 69 and 78 are those of sysexits.h. */
export const exitCodes = {
  done: 0,
  fault: 1,
  refused: 2,
  pending: 3,
  unavailable: 69,
  badSetting: 78,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The table that every command prints at the end of its help. */
export const exitCodeHelp = `
Exit codes:
   0  done
   1  an unexpected fault; LOG_LEVEL=debug shows where
   2  refused: wrong usage, or something that this command does not do
   3  migrations are pending or in conflict (only migrate --status)
  69  the database does not answer, is locked or too old, the port is taken, or no server answers
  78  a setting (environment variable) is wrong`;
