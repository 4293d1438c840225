import Table from "cli-table3";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Settings } from "../settings.ts";
import { withMigrated } from "./with-database.ts";

export interface AuditOptions {
  since?: Date;
  viewer?: string;
  record?: number;
  limit: number;
}

/** `chacra audit`: who read names and national ids, when and what for; the newest first. */
export function runAudit({ location }: Settings, { since, viewer, record, limit }: AuditOptions): Promise<ExitCode> {
  return withMigrated(location, async ({ prisma }) => {
    const entries = await prisma.auditEntry.findMany({
      where: {
        ...(since && { at: { gte: since } }),
        ...(viewer && { viewer }),
        ...(record !== undefined && { recordIds: { has: record } }),
      },
      orderBy: { id: "desc" },
      take: limit,
    });
    const table = new Table({
      head: ["At", "Viewer", "Purpose", "Operation", "Request", "Read", "Records"],
      style: { head: [], border: [] },
    });
    for (const { at, viewer: who, purpose, operation, request, typeName, field, recordIds } of entries) {
      table.push([
        at.toISOString(),
        who,
        purpose,
        operation ?? "",
        request ?? "",
        `${typeName}.${field}`,
        recordsOf(recordIds),
      ]);
    }
    console.log(table.toString());
    return exitCodes.done;
  });
}

/** The first few ids; a page can hold a hundred. */
function recordsOf(ids: readonly number[]): string {
  const shown = ids.slice(0, 5).join(" ");
  return ids.length > 5 ? `${shown} and ${ids.length - 5} more` : shown;
}
