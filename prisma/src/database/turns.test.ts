import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

/** Lets each caller's pieces of work run by turns, and tells in which order they began and how many ran at once. */
async function run(places: number, work: Record<string, number>) {
  const turns = new Turns(places);
  const order: string[] = [];
  const running = new Map<string, number>();
  let most = 0;
  await Promise.all(
    Object.entries(work).flatMap(([caller, pieces]) =>
      Array.from({ length: pieces }, async () => {
        await turns.take(caller);
        order.push(caller);
        running.set(caller, (running.get(caller) ?? 0) + 1);
        most = Math.max(most, running.get(caller) ?? 0);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running.set(caller, (running.get(caller) ?? 0) - 1);
        turns.give(caller);
      }),
    ),
  );
  return { order, most };
}

test("whoever wants little waits for one piece of work of whoever wants much", async () => {
  const { order } = await run(1, { much: 50, little: 2, other: 1 });
  expect(order).toHaveLength(53);
  expect(order.indexOf("little")).toBeLessThanOrEqual(3);
  expect(order.indexOf("other")).toBeLessThanOrEqual(3);
  expect(order.lastIndexOf("little")).toBeLessThanOrEqual(6);
});

test("nobody holds more than half of the places", async () => {
  expect((await run(10, { much: 50 })).most).toBe(5);
  expect((await run(1, { much: 5 })).most).toBe(1);
});
