import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createContext, schema, viewerOf } from "../index.ts";
import { Planner } from "./index.ts";

describe.each(testLocations())("what is remembered on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.002, seed: 1 });
  });
  afterAll(() => database.close());

  const planner = new Planner(schema);
  const document = parse(`{
    trainingParticipationAnalysis { rows { key { sex } count } }
    trainings(first: 1) { nodes { title } }
    familyAnalysis { rows { key { region { ubigeo } } count } }
  }`);

  /** Asks once: the answer, and how long each statement was. */
  async function ask(whole = document) {
    const context = await createContext(database, viewerOf("steward", "test", "tests"));
    const lengths: number[] = [];
    const stop = database.onStatement(({ sql }) => lengths.push(sql.length));
    const prepared = planner.prepare({ document: whole }, context);
    const text = "statement" in prepared ? await prepared.run(database) : prepared.unplanned;
    stop();
    return { text, lengths };
  }

  test("is left out of the statement once it has served again, and asked for when the records have changed", async () => {
    const first = await ask();
    expect(first.lengths).toHaveLength(1);
    const second = await ask();
    const third = await ask();
    expect([second.text, third.text]).toEqual([first.text, first.text]);
    expect(third.lengths).toHaveLength(1);
    expect(third.lengths[0]).toBeLessThan((second.lengths[0] ?? 0) / 2);

    await database.pool.query("DELETE FROM training_participation");
    const changed = await ask();
    expect(changed.text).not.toBe(first.text);
    expect(changed.lengths).toEqual([third.lengths[0], expect.any(Number)]);
    expect(changed.lengths[1]).toBeGreaterThan(2 * (third.lengths[0] ?? 0));
    // One that has just changed may change again, and is asked for with its version.
    expect((await ask()).lengths).toEqual([second.lengths[0]]);
    expect((await ask()).lengths).toEqual(third.lengths);
  });

  test("is known whatever stands before it", async () => {
    const alone = parse("{ familyAnalysis { rows { key { region { ubigeo } } count } } }");
    const [one, two] = [await ask(alone), await ask(alone)];
    expect(two.text).toBe(one.text);
    expect((await ask(alone)).lengths[0]).toBeLessThan((two.lengths[0] ?? 0) / 2);
  });
});
