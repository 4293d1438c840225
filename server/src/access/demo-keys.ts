import type { PrismaClient } from "@chacra/prisma";
import type { Role } from "@chacra/schema";
import { createKey, type KeyRequest, revokeKeys } from "./api-key.ts";

const LABEL = "demo";
const DAY_MS = 86_400_000;

/** A key of each role but the one that callers of the demo have without any; those of earlier starts end. */
export async function demoKeys(prisma: PrismaClient): Promise<{ role: Role; key: string }[]> {
  await revokeKeys(prisma, { label: LABEL });
  const purpose = "looking at the demo";
  const requests: Omit<KeyRequest, "label" | "expiresAt">[] = [
    { role: "public" },
    { role: "partner", partner: "Demo", regions: ["10", "22"], purpose },
    { role: "steward", purpose },
  ];
  const keys: { role: Role; key: string }[] = [];
  for (const request of requests) {
    const { key } = await createKey(prisma, { ...request, label: LABEL, expiresAt: new Date(Date.now() + DAY_MS) });
    keys.push({ role: request.role, key });
  }
  return keys;
}
