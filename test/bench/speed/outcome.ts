import { mkdirSync, writeFileSync } from "node:fs";
import type { Growth } from "./growth.ts";
import type { Crowd } from "./many-connections.ts";
import type { Figures } from "./measure.ts";
import { picture } from "./picture.ts";
import type { Profile } from "./profile.ts";
import { report } from "./report.ts";
import { isQuick } from "./settings.ts";

/** All that a run has found. */
export interface Outcome {
  at: string;
  command: string;
  machine: Record<string, unknown>;
  speed: { shape: string; connections: number; figures: Record<string, Figures> }[];
  statements: Record<string, Record<string, number>>;
  startUp: Record<string, number>;
  memory: Record<string, number | null>;
  crowd: Crowd[];
  /** Not in a quick run. */
  profiles: Record<string, Profile> | null;
  growth: Growth | null;
}

const directory = new URL("../results/", import.meta.url);

/** Leaves the tables, the figures and a picture; a quick run is only printed. */
export function keep(outcome: Outcome): void {
  if (isQuick) return;
  mkdirSync(directory, { recursive: true });
  const short = (_key: string, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(4)) : value);
  writeFileSync(new URL("speed.json", directory), `${JSON.stringify(outcome, short, 2)}\n`);
  writeFileSync(new URL("speed.md", directory), report(outcome));
  writeFileSync(new URL("speed.svg", directory), picture(outcome));
}
