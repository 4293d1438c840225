import type { Database, PrismaClient } from "@chacra/prisma";
import { type CursorSeal, createCursorSeal } from "./connection/cursor.ts";

/** What every resolver of one request is handed. */
export interface GraphContext {
  prisma: PrismaClient;
  /** Seals and opens the cursors of this database. */
  cursors: CursorSeal;
}

const seals = new WeakMap<Database, Promise<CursorSeal>>();

/**
 * Makes the context of one request. Batches are kept per context: make a new one for every request.
 *
 * @example
 * ```ts
 * const yoga = createYoga({ schema, context: () => createContext(database) });
 * ```
 */
export async function createContext(database: Database): Promise<GraphContext> {
  let seal = seals.get(database);
  if (!seal) {
    seal = readSeal(database);
    // A database that does not answer now may answer the next request.
    seal.catch(() => seals.delete(database));
    seals.set(database, seal);
  }
  return { prisma: database.prisma, cursors: await seal };
}

/** The key lies in the database, so that cursors outlive a restart and every server of one database shares them. */
async function readSeal(database: Database): Promise<CursorSeal> {
  const { cursorKey } = await database.prisma.installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { cursorKey: true },
  });
  return createCursorSeal(cursorKey);
}
