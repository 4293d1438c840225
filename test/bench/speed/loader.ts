import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Order, Result } from "./load.ts";

/** The process that sends requests. */
export interface Loader {
  send(order: Order): Promise<Result>;
  stop(): void;
}

export function startLoader(): Loader {
  const child = fork(fileURLToPath(new URL("load.ts", import.meta.url)));
  return {
    async send(order) {
      const answered = once(child, "message");
      child.send(order);
      const [result] = (await answered) as [Result & { error?: string }];
      if (result.error) throw new Error(result.error);
      return result;
    },
    stop: () => void child.kill(),
  };
}
