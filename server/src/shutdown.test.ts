import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";

/** A process that does what `chacra serve` does about signals, with the given way to close. */
function processThat(body: string) {
  const source = `
    import { createLogger } from ${JSON.stringify(new URL("./logger.ts", import.meta.url).href)};
    import { closeOnSignals } from ${JSON.stringify(new URL("./shutdown.ts", import.meta.url).href)};
    setInterval(() => {}, 1_000);
    const logger = createLogger("info");
    ${body}
    logger.info("ready");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source]);
  let log = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    log += chunk;
  });
  const ended = once(child, "close").then(([code]) => code);
  const says = (text: string) => expect.poll(() => log, { timeout: 20_000 }).toContain(text);
  return { child, ended, says, log: () => log };
}

describe("a process that is told to end", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("by %s closes and ends with 0", async (signal) => {
    const { child, ended, says, log } = processThat(
      `closeOnSignals(logger, async () => logger.info("closing the database"));`,
    );
    await says("ready");
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(log()).toMatch(/"closing".*closing the database.*"closed"/s);
  });

  test("twice ends at once with 1, but not for the echo of one Ctrl-C", async () => {
    const { child, ended, says, log } = processThat(`
      closeOnSignals(logger, () => new Promise(() => {}));
      process.on("SIGUSR2", () => logger.info("still here"));`);
    await says("ready");
    child.kill("SIGINT");
    await says('"closing"');
    child.kill("SIGINT");
    child.kill("SIGUSR2");
    await says("still here");
    expect(log()).not.toContain("second signal");
    const again = setInterval(() => child.kill("SIGINT"), 200);
    expect(await ended).toBe(1);
    clearInterval(again);
    expect(log()).toContain("second signal");
  });

  test("ends with 1 when it does not close", async () => {
    const { child, ended, says } = processThat(`closeOnSignals(logger, async () => { throw new Error("stuck"); });`);
    await says("ready");
    child.kill("SIGTERM");
    expect(await ended).toBe(1);
    await says('"closing failed"');
  });
});

test.each([
  ["uncaughtException", `throw new Error("no");`],
  ["unhandledRejection", `Promise.reject(new Error("no"));`],
])("an %s is logged as fatal and ends the process with 1", async (event, fault) => {
  const { ended, says } = processThat(`closeOnSignals(logger, async () => {}); setTimeout(() => { ${fault} }, 10);`);
  expect(await ended).toBe(1);
  await says(`"level":60`);
  await says(event);
});
