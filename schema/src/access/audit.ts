import type { PrismaClient } from "@chacra/prisma";
import { AccessRole } from "@chacra/prisma";
import type { Viewer } from "./viewer.ts";

/** What one request has read of persons' names and national ids. */
export interface AuditTrail {
  /** Notes that a field of a record was read. */
  note(typeName: string, field: string, recordId: number): void;
  /** Writes what was noted; to be awaited before the answer goes out. Nothing is written where nothing was noted. */
  save(operation?: string, request?: string): Promise<void>;
}

export function createAuditTrail(prisma: PrismaClient, viewer: Viewer): AuditTrail {
  const noted = new Map<string, { typeName: string; field: string; ids: Set<number> }>();
  return {
    note(typeName, field, recordId) {
      const key = `${typeName}.${field}`;
      const entry = noted.get(key) ?? { typeName, field, ids: new Set() };
      noted.set(key, entry);
      entry.ids.add(recordId);
    },
    async save(operation, request) {
      if (noted.size === 0) return;
      const entries = [...noted.values()];
      noted.clear();
      await prisma.auditEntry.createMany({
        data: entries.map(({ typeName, field, ids }) => ({
          viewer: viewer.id,
          role: AccessRole[viewer.role.toUpperCase() as AccessRole],
          purpose: viewer.purpose ?? "",
          operation,
          request,
          typeName,
          field,
          recordIds: [...ids].sort((a, b) => a - b),
        })),
      });
    },
  };
}
