import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { check } from "./check.ts";
import { type Contestant, chacra, chacraChanging, contestants, type Running } from "./contestants.ts";
import { benchDatabase } from "./databases.ts";
import { growth } from "./growth.ts";
import { installPeers } from "./install.ts";
import { startLoader } from "./loader.ts";
import { manyConnections } from "./many-connections.ts";
import { type Figures, type Ready, takeTurns } from "./measure.ts";
import { keep, type Outcome } from "./outcome.ts";
import { profiles } from "./profile.ts";
import { report } from "./report.ts";
import { requestsOf } from "./requests.ts";
import { isQuick, say, settings } from "./settings.ts";
import { shapes } from "./shapes.ts";
import { memoryOf } from "./usage.ts";

// The whole benchmark: see ../README.md.

const { keeps: _keeps, ...measured } = settings;
const database = await benchDatabase(1);
installPeers(fileURLToPath(new URL("../peers/", import.meta.url)));
const loader = startLoader();
try {
  const checked = await check(database);
  const running = new Map<Contestant, Running>();
  for (const contestant of contestants) running.set(contestant, await contestant.start(database.url));
  const ours = running.get(chacra);
  if (ours) running.set(chacraChanging, ours);
  const readyFor = (shape: (typeof shapes)[number]): Ready[] =>
    [...running]
      .filter(([contestant]) => contestant !== chacraChanging || shape.counts)
      .map(([contestant, own]) => {
        const isOurs = contestant.headers(database).length > 1;
        const samples = isOurs ? checked.samples.analyst : checked.samples.true;
        const requests = requestsOf(shape, contestant, database, samples);
        return { contestant, running: own, requests, remembers: shape.counts && contestant === chacra };
      });

  const speed: Outcome["speed"] = [];
  for (const shape of shapes) {
    for (const connections of settings.connections) {
      const figures = await takeTurns(readyFor(shape), connections, loader, database);
      const named: Record<string, Figures> = Object.fromEntries([...figures].map(([{ name }, own]) => [name, own]));
      speed.push({ shape: shape.key, connections, figures: named });
      const line = Object.entries(named).map(([name, { perSecond }]) => `${name} ${perSecond.toFixed(0)}`);
      say(`${shape.key}, ${connections}: ${line.join(", ")} requests/s`);
    }
  }
  const memory = Object.fromEntries([...running].map(([{ name }, { pid }]) => [name, memoryOf(pid)]));
  const outcome: Outcome = {
    at: new Date().toISOString().slice(0, 10),
    command: `npm run bench${isQuick ? " -- quick" : ""}`,
    machine: {
      cores: cpus().length,
      node: process.version,
      postgresql: await versionOf(),
      ...measured,
      load: loadavg()[1]?.toFixed(1),
    },
    speed,
    statements: checked.statements,
    startUp: checked.startUp,
    memory,
    crowd: await manyConnections(readyFor, loader),
    profiles: null,
    growth: null,
  };
  await Promise.all([...new Set(running.values())].map((server) => server.stop()));
  // What has been found by now is not lost if the rest fails.
  keep(outcome);
  if (!isQuick) {
    outcome.profiles = await profiles(database, checked.samples.analyst, loader);
    outcome.growth = await growth(database, loader);
    keep(outcome);
  }
  process.stdout.write(report(outcome));
} finally {
  loader.stop();
  await database.drop();
}

async function versionOf(): Promise<string> {
  const [[version] = []] = await database.database.rows("SHOW server_version", []);
  return version ?? "";
}
