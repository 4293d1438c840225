import type { Database } from "../database/open.ts";

/** Changes whenever the same seed and scale give other rows than before. */
export const DEMO_VERSION = "2";

/** What a database was filled with. */
export interface DemoStatus {
  scale: number;
  seed: number;
  /** The {@link DEMO_VERSION} of the Chacra that filled it. */
  version: string;
  filledAt: Date;
}

/** What the database was filled with; nothing when it has no demo programme. */
export async function demoStatus(database: Database): Promise<DemoStatus | undefined> {
  const row = await database.prisma.installation.findFirst();
  if (!row?.demoScale || row.demoSeed === null || row.demoVersion === null || row.filledAt === null) return undefined;
  return { scale: row.demoScale.toNumber(), seed: row.demoSeed, version: row.demoVersion, filledAt: row.filledAt };
}
