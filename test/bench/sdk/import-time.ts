import { execFileSync } from "node:child_process";

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds that importing each module takes a new process of Node: medians of rounds in which they take turns. */
export function importTimes(folder: string, modules: readonly string[], rounds: number): number[] {
  const times = modules.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, module] of modules.entries()) {
      const program = `const begun = performance.now(); await import("${module}"); console.log(performance.now() - begun)`;
      const run = { cwd: folder, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } } as const;
      times[index]?.push(Number(execFileSync(process.execPath, ["--input-type=module", "-e", program], run)));
    }
  }
  return times.map(median);
}
