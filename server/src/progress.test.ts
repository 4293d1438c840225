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

test("where there is no terminal, progress is a plain line now and then", ({ onTestFinished }) => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { stream, read } = output(false);
  const progress = createProgress(stream);
  for (let done = 0; done <= 16; done++) {
    progress.show({ step: done < 8 ? "families" : "farms", done, total: 20 });
    vi.advanceTimersByTime(500);
  }
  progress.stop();
  expect(read()).toBe("  0% families\n  30% families\n  60% farms\n");
});

test("on a terminal, progress is a bar", () => {
  const { stream, read } = output(true);
  const progress = createProgress(stream);
  progress.show({ step: "families", done: 25, total: 50 });
  progress.show({ step: "farms", done: 50, total: 50 });
  progress.stop();
  expect(read()).toContain("█");
});
