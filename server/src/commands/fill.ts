import { type Database, fillDemo } from "@chacra/prisma";
import { createProgress } from "../progress.ts";

/** The seed of the demo programme when none is given: the same rows for everyone. */
export const DEFAULT_SEED = 1;

/** Fills an empty database with the demo programme and says on stderr how it goes. */
export async function fill(database: Database, scale: number, seed: number = DEFAULT_SEED): Promise<void> {
  process.stderr.write(`Filling the database with the demo programme at scale ${scale}:\n`);
  const started = performance.now();
  const progress = createProgress(process.stderr);
  try {
    const { rows } = await fillDemo(database, { scale, seed, onProgress: (step) => progress.show(step) });
    progress.stop();
    const count = Object.values(rows).reduce((sum, loaded) => sum + loaded, 0);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stderr.write(`  ${count.toLocaleString("en")} rows in ${seconds} s.\n`);
  } finally {
    progress.stop();
  }
}
