import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** Ends a run with one plain line, `N passed, N failed, N skipped`, for people who scroll and for programs that read. */
export default class PlainSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const testModule of modules) {
      // A file that does not load has no tests to count, and must not pass for it.
      if (testModule.errors().length > 0) counts.failed += 1;
      // Nor one whose preparation fails: its tests count as skipped.
      for (const suite of testModule.children.allSuites()) if (suite.errors().length > 0) counts.failed += 1;
      for (const test of testModule.children.allTests()) {
        const { state } = test.result();
        if (state === "passed" || state === "failed") counts[state] += 1;
        else counts.skipped += 1;
      }
    }
    // Vitest's own summary still follows; the process's end is after everything.
    process.once("exit", () => {
      process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    });
  }
}
