import { type Database, demoStatus, fillDemo, migrate, openDatabase } from "@chacra/prisma";
import { rowsReadBy, timeOf } from "./measure.ts";
import { type Asker, askers, compositions, type Question, questionsOfAnalyses } from "./questions.ts";

// How long each analysis takes at scale 1 and at scale 10, and how many rows it reads for that: see README.md.

const ROUNDS = { small: 5, large: 2 };

/** A database with the demo at a scale: filled, where it is empty. */
async function open(setting: string, scale: number): Promise<Database> {
  const url = process.env[setting];
  if (!url) throw new Error(`${setting} has to name a PostgreSQL database for the demo at scale ${scale}.`);
  const database = await openDatabase({ url });
  await migrate(database.pool);
  const status = await demoStatus(database);
  if (!status) await fillDemo(database, { scale });
  else if (status.scale !== scale)
    throw new Error(`${setting} names a database at scale ${status.scale}, not ${scale}.`);
  return database;
}

const small = await open("BENCH_SCALE_1", 1);
const large = await open("BENCH_SCALE_10", 10);

async function report(role: Asker, { of, by, source }: Question): Promise<void> {
  const before = await timeOf(small, role, source, ROUNDS.small);
  const after = await timeOf(large, role, source, ROUNDS.large);
  const [read, readLater] = [await rowsReadBy(small, role, source), await rowsReadBy(large, role, source)];
  const ratio = read > 0 ? after.time / before.time / (readLater / read) : Number.NaN;
  const cells = [of, role, by, before.rows ?? "", ...[before.time, after.time].map((time) => time.toFixed(0))];
  const counts = [read, readLater].map((count) => count.toLocaleString("en"));
  console.log(`| ${[...cells, ...counts, Number.isNaN(ratio) ? "" : ratio.toFixed(2)].join(" | ")} |`);
}

console.log(
  "| analysis | role | by | rows | ms at 1 | ms at 10 | rows read at 1 | rows read at 10 | growth of time / of rows read |\n|---|---|---|---|---|---|---|---|---|",
);
for (const role of askers) {
  for (const { alone, three } of questionsOfAnalyses(role)) {
    const times = [];
    for (const question of alone) {
      times.push({ question, time: (await timeOf(small, role, question.source, 2)).time });
    }
    const [slowest] = times.sort((a, b) => b.time - a.time);
    if (slowest) await report(role, slowest.question);
    await report(role, three);
  }
  for (const composition of compositions) await report(role, composition);
}
await small.close();
await large.close();
