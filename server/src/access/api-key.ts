import { createHash, randomBytes } from "node:crypto";
import { AccessRole, type ApiKey, type PrismaClient } from "@chacra/prisma";
import type { Role, Viewer } from "@chacra/schema";
import { LRUCache } from "lru-cache";

/** What a key is made for. */
export interface KeyRequest {
  role: Role;
  label: string;
  /** Needed for partners, and only for them. */
  partner?: string;
  regions?: readonly string[];
  /** Needed for partners and stewards. */
  purpose?: string;
  expiresAt: Date;
}

/** A key begins like this, so that a scanner for leaked secrets can know it. */
const START = "chacra_";

/** How many keys are kept in memory, and for how long, in milliseconds. */
const MOST_KEYS = 10_000;
const KEY_SERVES_MS = 1_000;

/** How often the last use of a key is written down, in milliseconds. */
const LAST_USE_MS = 60_000;

/** @returns the key itself, which is kept nowhere */
export async function createKey(prisma: PrismaClient, request: KeyRequest): Promise<{ key: string; prefix: string }> {
  const prefix = randomBytes(5).toString("hex").slice(0, 8);
  const key = `${START}${prefix}_${randomBytes(32).toString("base64url")}`;
  const { role, label, partner, purpose, regions = [], expiresAt } = request;
  const data = { role: toStored(role), label, partner, purpose, regions: [...regions], expiresAt };
  await prisma.apiKey.create({ data: { ...data, prefix, hash: hashOf(key) } });
  return { key, prefix };
}

export const isKey = (credential: string): boolean => credential.startsWith(START);

/** Whose key it is; undefined when it is unknown, has expired or was revoked. */
export type KeyReader = (key: string) => Promise<Viewer | undefined>;

/** Reads keys. What has been read of one serves for a second, so that requests do not wait for it; then a revoked one opens nothing. */
export function createKeyReader(prisma: PrismaClient): KeyReader {
  const records = new LRUCache<string, { key: ApiKey; viewer: Viewer }>({
    max: MOST_KEYS,
    ttl: KEY_SERVES_MS,
    async fetchMethod(hash) {
      const key = await prisma.apiKey.findUnique({ where: { hash: Uint8Array.from(Buffer.from(hash, "base64")) } });
      return key && !key.revokedAt ? { key, viewer: viewerBy(key) } : undefined;
    },
  });
  return async (text) => {
    const name = Buffer.from(hashOf(text)).toString("base64");
    const { key, viewer } = records.get(name) ?? (await records.fetch(name)) ?? {};
    const now = new Date();
    if (!key || (key.expiresAt && key.expiresAt <= now)) return undefined;
    if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > LAST_USE_MS) {
      key.lastUsedAt = now;
      noteUse(prisma, key.id, now);
    }
    return viewer;
  };
}

function viewerBy({ partner, purpose, regions, role, prefix }: ApiKey): Viewer {
  return { role: role.toLowerCase() as Role, id: `key:${prefix}`, partner, purpose, regions };
}

/** Nobody waits for it, and a request is not failed by it. */
function noteUse(prisma: PrismaClient, id: number, lastUsedAt: Date): void {
  prisma.apiKey.update({ where: { id }, data: { lastUsedAt } }).catch(() => {});
}

/** The keys whose prefix, label or partner begins with or holds a text; the newest first. */
export function listKeys(prisma: PrismaClient, search = ""): Promise<Omit<ApiKey, "hash">[]> {
  return prisma.apiKey.findMany({
    omit: { hash: true },
    where: {
      OR: [
        { prefix: { startsWith: search } },
        { label: { contains: search, mode: "insensitive" } },
        { partner: { contains: search, mode: "insensitive" } },
      ],
    },
    orderBy: { createdAt: "desc" },
  });
}

/** @returns how many keys were revoked: none when they are not there or were revoked before */
export async function revokeKeys(prisma: PrismaClient, which: { prefix: string } | { label: string }): Promise<number> {
  const { count } = await prisma.apiKey.updateMany({
    where: { ...which, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count;
}

/** A key holds 256 random bits, which nobody guesses: a fast hash hides it as well as a slow one. */
function hashOf(key: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(key).digest());
}

const toStored = (role: Role): AccessRole => AccessRole[role.toUpperCase() as AccessRole];
