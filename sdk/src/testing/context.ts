import type { Viewer } from "../../../schema/src/access/viewer.ts";
import type { Records } from "./_generated/records.ts";
import type { Fault } from "./faults.ts";
import type { RecordStore } from "./record-store.ts";

/**
 * The programme of a test server, for resolvers of one's own.
 *
 * @example
 * ```ts
 * import { createTestServer, type ProgrammeData } from "@chacra/sdk/testing";
 *
 * const poorest = (_farm: object, _args: object, { records }: ProgrammeData) =>
 *   records("Family").toSorted((a, b) => b.povertyLikelihood - a.povertyLikelihood)[0];
 * const server = createTestServer({ resolvers: { "Farm.family": poorest } });
 * ```
 */
export interface ProgrammeData {
  /** All records of a model. One that a resolver returns is an object of the graph, with all its fields. */
  records<Model extends keyof Records>(model: Model): readonly Readonly<Records[Model]>[];
}

/**
 * What a field is answered with: a value, or a function of the object that it stands on, of its arguments and of the
 * programme, which may return a promise. Objects are as the graph has them, or records of the programme.
 *
 * @example
 * ```ts
 * import { createTestServer, type TestResolver } from "@chacra/sdk/testing";
 *
 * const rows = [{ key: { crop: "CACAO", system: "AGROFORESTRY" }, count: 12, hectares: { sum: 30.5, average: 2.5 } }];
 * const plotAnalysis: TestResolver = { rowCount: 1, rows };
 * const server = createTestServer({ resolvers: { "Query.plotAnalysis": plotAnalysis } });
 * ```
 */
export type TestResolver =
  | ((
      parent: Readonly<Record<string, unknown>>,
      args: Readonly<Record<string, unknown>>,
      data: ProgrammeData,
    ) => unknown)
  | object
  | string
  | number
  | boolean
  | null;

/** What the fields of one request are answered with. */
export interface Context {
  readonly store: RecordStore;
  readonly viewer: Viewer;
  readonly resolvers: ReadonlyMap<string, TestResolver>;
  readonly data: ProgrammeData;
  /** What is to go wrong with this request. */
  readonly fault: Fault | undefined;
}
