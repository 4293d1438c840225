/** A fault as the log shows it: enough to find it, nothing of what the caller asked or the database holds. */
export interface FaultReport {
  type: string;
  code?: string;
  message?: string;
  stack?: string;
  cause?: FaultReport;
}

const MAX_CAUSES = 4;

/** Describes whatever was thrown. Messages of drivers and parsers quote values, so those are left out. */
export function reportFault(error: unknown, depth = 0): FaultReport {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  return {
    type: name,
    code: "code" in error && typeof error.code === "string" ? error.code : undefined,
    message: quotesValues(error) ? undefined : message,
    stack: framesOf(stack),
    cause: cause !== undefined && depth < MAX_CAUSES ? reportFault(cause, depth + 1) : undefined,
  };
}

function quotesValues(error: Error): boolean {
  const fromPostgres = "severity" in error && "routine" in error;
  return fromPostgres || /^Prisma|^DriverAdapterError$|^SyntaxError$|^GraphQLError$/.test(error.name);
}

/** The stack begins with the message; only its frames are kept. */
function framesOf(stack: string | undefined): string | undefined {
  return stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join("\n");
}
