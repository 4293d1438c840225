import { Writable } from "node:stream";
import { expect, test, vi } from "vitest";
import { createProgress } from "./progress.ts";

function output(isTTY: boolean) {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), read: () => text };
}

test("where there is no terminal, progress is a plain line a step", () => {
  const { stream, read } = output(false);
  const progress = createProgress(stream);
  for (let done = 0; done < 100; done++) progress.show({ step: done < 50 ? "families" : "farms", done, total: 100 });
  progress.stop();
  expect(read()).toBe("  0% families\n  50% farms\n");
});

test("a long step gets a line now and then", ({ onTestFinished }) => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { stream, read } = output(false);
  const progress = createProgress(stream);
  for (let done = 0; done <= 10; done++) {
    progress.show({ step: "harvests", done, total: 20 });
    vi.advanceTimersByTime(1_000);
  }
  expect(read()).toBe("  0% harvests\n  25% harvests\n  50% harvests\n");
});

test("on a terminal, progress is a bar", () => {
  const { stream, read } = output(true);
  const progress = createProgress(stream);
  progress.show({ step: "families", done: 25, total: 50 });
  progress.show({ step: "farms", done: 50, total: 50 });
  progress.stop();
  expect(read()).toContain("█");
});
