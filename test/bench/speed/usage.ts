import { existsSync, readFileSync } from "node:fs";
import type { Database } from "@chacra/prisma";

// Linux tells in /proc what a process has used; elsewhere these figures are left out.

const isKnown = existsSync("/proc/self/stat");
/** What the kernel counts processor time in: 100 a second wherever Node runs. */
const TICKS_A_SECOND = 100;

/** Milliseconds of processor time that a process has taken. */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_A_SECOND;
  } catch {
    return 0;
  }
}

/** Resident memory of a process, in megabytes. */
export function memoryOf(pid: number): number | null {
  if (!isKnown) return null;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1_000;
}

/** Processor time of the server and of the connections to its database, in milliseconds; null where it is not known. */
export interface ProcessorTime {
  server: number | null;
  database: number | null;
}

/** Measures what is used from now until the returned function is called. Parallel workers, which end with their statement, are not seen. */
export async function watchProcessor(pid: number, database: Database): Promise<() => Promise<ProcessorTime>> {
  if (!isKnown) return async () => ({ server: null, database: null });
  const backends = async () => {
    const sql = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    return new Map((await database.rows(sql, [])).map(([own]) => [own, processorTime(Number(own))]));
  };
  const before = { server: processorTime(pid), backends: await backends() };
  return async () => {
    const server = processorTime(pid) - before.server;
    const after = await backends();
    const used = [...after].map(([own, time]) => time - (before.backends.get(own) ?? 0));
    return { server, database: used.reduce((sum, time) => sum + time, 0) };
  };
}
