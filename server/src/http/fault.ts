/** A fault as the log shows it: enough to find it, nothing of what the caller asked or the database holds. */
export interface FaultReport {
  type: string;
  code?: string;
  message?: string;
  stack?: string;
  cause?: FaultReport;
}

const MAX_CAUSES = 4;

/** The classes that Chacra throws; a library's own class may hide the library's frames from the stack. */
const ourErrors = new Set(["Error", "TypeError", "RangeError", "ReferenceError", "DatabaseError", "CommandError"]);

/** Describes whatever was thrown. Messages of libraries may quote values, so only our own are repeated. */
export function reportFault(error: unknown, depth = 0): FaultReport {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, cause } = error;
  const frames = framesOf(error.stack);
  return {
    type: name,
    code: "code" in error && typeof error.code === "string" ? error.code : undefined,
    message: ourErrors.has(name) && madeByUs(frames) ? message : undefined,
    stack: frames.join("\n"),
    cause: cause !== undefined && depth < MAX_CAUSES ? reportFault(cause, depth + 1) : undefined,
  };
}

/** The stack begins with the message; only its frames are kept. */
function framesOf(stack = ""): string[] {
  return stack.split("\n").flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));
}

/** Whether the error was made in Chacra's sources: not in a package, in Node or, like JSON.parse, in the engine. */
function madeByUs([top = ""]: string[]): boolean {
  return /\.ts:\d+:\d+\)?$/.test(top) && !top.includes("node_modules");
}
