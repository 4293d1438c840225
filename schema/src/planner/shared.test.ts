import { expect, test } from "vitest";
import { Shared } from "./shared.ts";

/** Work that ends when it is told to, and counts how often it was begun. */
function worker() {
  const ends: PromiseWithResolvers<string>[] = [];
  return {
    ends,
    work: () => {
      const end = Promise.withResolvers<string>();
      ends.push(end);
      return end.promise;
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("who comes while one is under way shares the next with all who do, and is given none that was begun before", async () => {
  const shared = new Shared<string>();
  const { ends, work } = worker();
  const first = shared.of("a", work);
  const others = [shared.of("a", work), shared.of("a", work), shared.of("a", work)];
  expect(ends).toHaveLength(1);
  ends[0]?.resolve("old");
  expect(await first).toBe("old");
  await settled();
  expect(ends).toHaveLength(2);
  const last = shared.of("a", work);
  ends[1]?.resolve("new");
  expect(await Promise.all(others)).toEqual(["new", "new", "new"]);
  await settled();
  ends[2]?.resolve("newest");
  expect(await last).toBe("newest");
  await settled();
  expect([ends.length, shared.size]).toEqual([3, 0]);
});

test("different questions do not wait for each other", async () => {
  const shared = new Shared<string>();
  const { ends, work } = worker();
  const both = [shared.of("a", work), shared.of("b", work)];
  for (const [i, { resolve }] of ends.entries()) resolve(String(i));
  expect(await Promise.all(both)).toEqual(["0", "1"]);
});

test("when the one who began it leaves, the others still get an answer of their own", async () => {
  const shared = new Shared<string>();
  const { ends, work } = worker();
  const first = shared.of("a", work);
  const [leaver, other] = [shared.of("a", work), shared.of("a", work)];
  ends[0]?.reject(new Error("failed"));
  await expect(first).rejects.toThrow("failed");
  await settled();
  ends[1]?.reject(new Error("left"));
  await expect(leaver).rejects.toThrow("left");
  await settled();
  ends[2]?.resolve("answer");
  expect(await other).toBe("answer");
  await settled();
  expect(shared.size).toBe(0);
});
