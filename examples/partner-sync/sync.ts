import { parseArgs } from "node:util";
import { ChacraError, createClient } from "@chacra/sdk";
import { Listr } from "listr2";
import { callerOf, mayRead } from "./caller.ts";
import { readCheckpoint, removeCheckpoint } from "./checkpoint.ts";
import { families } from "./collections/families.ts";
import { geography } from "./collections/geography.ts";
import { programme } from "./collections/programme.ts";
import { claim, FolderError } from "./folder.ts";
import { patientFetch } from "./patient-fetch.ts";
import { type Run, takeOver } from "./take-over.ts";
import { Totals } from "./totals.ts";

// Takes over every record that the caller may see, into one file a collection. Run a server first, then:
//   CHACRA_TOKEN=... npm run example:partner-sync -- [--url URL] [--into FOLDER]
// Killed at any moment, it goes on where it was when it is started again. The key comes from the environment alone:
// arguments are seen by everybody on the machine.

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // Asked again, it ends at once: that loses nothing.
  process.on(signal, () => (stop.signal.aborted ? process.exit(130) : stop.abort()));
}

async function sync(url: string, folder: string): Promise<void> {
  let tell = (text: string) => console.error(text);
  const chacra = createClient({
    url,
    token: process.env.CHACRA_TOKEN,
    fetch: patientFetch((seconds) => tell(`The server asks to wait ${seconds} s.`)),
  });
  const { signal } = stop;
  const caller = await callerOf(chacra, signal);
  await claim(folder, url, caller);
  const run: Run = { chacra, folder, checkpoint: await readCheckpoint(folder), signal };
  const totals = await chacra.query(Totals, {}, { signal });
  const whole = new Intl.NumberFormat("en-US");

  const tasks = [...geography, ...programme, ...families].map((collection) => ({
    title: collection.name,
    skip: async () => !(await mayRead(chacra, collection.type, signal)) && `not for ${caller}`,
    async task(_: unknown, task: { title: string; output: string }) {
      tell = (text) => {
        task.output = text;
      };
      const total = totals[collection.name].totalCount;
      const changes = await takeOver(run, collection, (records) => {
        tell(total ? `${whole.format(records)} of ${whole.format(total)}` : whole.format(records));
      });
      const records = run.checkpoint.collections[collection.name]?.records ?? 0;
      // Of some lists the public is told how long they are, and shown a part.
      const all = total === null || total === records ? "" : ` of ${whole.format(total)}`;
      const changed = Object.entries(changes).flatMap(([kind, ids]) => (ids.length ? [`${ids.length} ${kind}`] : []));
      task.title = `${collection.name}: ${whole.format(records)}${all} records, ${changed.join(", ") || "none changed"}`;
    },
  }));
  await new Listr(tasks, { registerSignalListeners: false, rendererOptions: { showErrorMessage: false } }).run();
  await removeCheckpoint(folder);
}

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://127.0.0.1:4000/graphql" },
    into: { type: "string", default: "chacra-records" },
  },
});
try {
  await sync(values.url, values.into);
} catch (error) {
  if (error instanceof ChacraError && error.code === "ABORTED") {
    console.error("Stopped. Started again, it goes on from here.");
    process.exitCode = 130;
  } else if (error instanceof ChacraError) {
    console.error(`${error.message} (${error.code}) Started again, it goes on from here.`);
    process.exitCode = 1;
  } else if (error instanceof FolderError || error instanceof TypeError) {
    console.error(error.message);
    process.exitCode = 1;
  } else throw error;
}
