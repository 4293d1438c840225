import type { Database, PrismaClient } from "@chacra/prisma";
import { type AuditTrail, createAuditTrail } from "./access/audit.ts";
import { createKeyring } from "./access/keyring.ts";
import { createPseudonyms, type Pseudonyms } from "./access/pseudonym.ts";
import type { Viewer } from "./access/viewer.ts";
import { type CursorSeal, createCursorSeal } from "./connection/cursor.ts";
import type { FigureDefinition } from "./fact-sheet/definitions.ts";
import type { Live } from "./fact-sheet/plan.ts";

/** What every resolver of one request is handed. */
export interface GraphContext {
  prisma: PrismaClient;
  viewer: Viewer;
  /** Seals and opens this viewer's cursors; those of others it cannot open. */
  cursors: CursorSeal;
  /** Names records for a viewer who must not know their own names; undefined for others. */
  pseudonyms: Pseudonyms | undefined;
  audit: AuditTrail;
  /** Figures of the whole programme that have been worked out already. */
  figures?: ReadonlyMap<FigureDefinition, Live>;
}

const secrets = new WeakMap<Database, Promise<Uint8Array>>();

/**
 * Makes the context of one request. Batches are kept per context: make a new one for every request.
 *
 * @param secret what pseudonyms and cursors are sealed with, 32 bytes at least; without it, the key that the database
 * keeps: enough for synthetic data, but who copies the database then has the key to its pseudonyms
 *
 * @example
 * ```ts
 * const yoga = createYoga({ schema, context: () => createContext(database, viewerOf("public")) });
 * ```
 */
export async function createContext(database: Database, viewer: Viewer, secret?: Uint8Array): Promise<GraphContext> {
  const { prisma } = database;
  const keyring = createKeyring(secret ?? (await storedSecret(database)));
  const cursors = createCursorSeal(keyring.key(`cursors of ${viewer.role} ${viewer.partner ?? ""}`));
  const pseudonyms = createPseudonyms(keyring, viewer);
  return { prisma, viewer, cursors, pseudonyms, audit: createAuditTrail(prisma, viewer) };
}

/** The key lies in the database, so that cursors outlive a restart and every server of one database shares them. */
function storedSecret(database: Database): Promise<Uint8Array> {
  let stored = secrets.get(database);
  if (!stored) {
    stored = database.prisma.installation
      .findUniqueOrThrow({ where: { id: 1 }, select: { cursorKey: true } })
      .then(({ cursorKey }) => cursorKey);
    // A database that does not answer now may answer the next request.
    stored.catch(() => secrets.delete(database));
    secrets.set(database, stored);
  }
  return stored;
}
