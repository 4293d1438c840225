import cliProgress from "cli-progress";

/** One step of a long job, as it goes on. */
export interface Progress {
  step: string;
  done: number;
  /** 0: not known. */
  total: number;
}

/** Standard error, or what stands in for it. */
type Output = NodeJS.WritableStream & { isTTY?: boolean };

/** How often a plain line is printed where there is no terminal: there may be hundreds of steps. */
const PLAIN_EVERY_MS = 3_000;

/** Shows a long job on stderr: a bar on a terminal, else a plain line now and then. */
export function createProgress(output: Output): { show(progress: Progress): void; stop(): void } {
  return output.isTTY ? bar(output) : plainLines(output);
}

function bar(output: Output) {
  let single: cliProgress.SingleBar | undefined;
  return {
    show({ step, done, total }: Progress) {
      if (!single) {
        const options = {
          format: total > 0 ? "{bar} {percentage}% {step}" : "  {step}",
          stream: output,
          hideCursor: true,
          clearOnComplete: true,
          autopadding: true,
        };
        single = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic);
        single.start(total, done, { step });
      }
      single.setTotal(total);
      single.update(done, { step });
    },
    stop: () => single?.stop(),
  };
}

function plainLines(output: Output) {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show({ step, done, total }: Progress) {
      const now = performance.now();
      if (now - shownAt < PLAIN_EVERY_MS) return;
      shownAt = now;
      output.write(`  ${total > 0 ? `${Math.floor((100 * done) / total)}% ` : ""}${step}\n`);
    },
    stop() {},
  };
}
