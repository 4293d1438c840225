import { isDeepStrictEqual } from "node:util";
import type { Contestant } from "./contestants.ts";
import type { BenchDatabase } from "./databases.ts";
import { ask, bodyOf } from "./requests.ts";
import type { Samples } from "./samples.ts";
import type { Shape } from "./shapes.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };

/** Decimals and floats are compared as numbers, for some servers write them as texts. */
const numbers = new Set(["hectares", "povertyLikelihood", "attendanceRate", "amount", "value", "sum"]);
/** Objects that some servers have and others lay flat. */
const laidFlat = new Set(["amount", "hectares", "coordinates", "key"]);

const isFields = (value: Json): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** What is told, whatever form it has. */
function told(value: Json, key = ""): Json {
  if (Array.isArray(value)) return value.map((item) => told(item));
  if (!isFields(value)) return numbers.has(key) && value !== null ? Number(value) : value;
  const fields: Fields = {};
  for (const [name, inner] of Object.entries(value)) {
    if (name === "endCursor") fields.endCursor = inner !== null;
    else if (laidFlat.has(name) && isFields(inner)) {
      for (const [part, own] of Object.entries(inner)) {
        const as = part === "sum" ? name : part;
        fields[as] = told(own, as);
      }
    } else fields[name] = told(inner, name);
  }
  return fields;
}

/** Rows that PostGraphile's functions give flat, and the names that Mercurius and Apollo have for what ours calls an analysis. */
function inOneForm(shape: Shape, data: Fields): Json {
  const { hectaresByCropAndRegion, commitmentsByKindAndYear, figures, ...others } = data;
  const [name, form] = hectaresByCropAndRegion
    ? ["plotAnalysis", { rows: hectaresByCropAndRegion }]
    : commitmentsByKindAndYear
      ? ["investmentAnalysis", { rows: commitmentsByKindAndYear }]
      : ["factSheet", { figures: figures ?? null }];
  const whole = told(hectaresByCropAndRegion || commitmentsByKindAndYear || figures ? { [name]: form } : others);
  if (shape.key === "e") return { rows: rowsOf(whole, "plotAnalysis").map(withRegion) };
  if (shape.key === "b") sortTrainings(whole);
  return whole;
}

function rowsOf(data: Json, name: string): Json[] {
  const rows = isFields(data) && isFields(data[name] ?? null) ? (data[name] as Fields).rows : undefined;
  if (!Array.isArray(rows)) throw new Error("An analysis has no rows.");
  return rows;
}

function withRegion(row: Json): Json {
  if (!isFields(row) || !row.ubigeo) return row;
  const { ubigeo, name, ...others } = row;
  return { ...others, region: { ubigeo, name } } as Fields;
}

/** PostGraphile sorts by columns of the list's own table only, and its code is that of the training. */
function sortTrainings(value: Json): void {
  if (Array.isArray(value)) for (const item of value) sortTrainings(item);
  if (!isFields(value)) return;
  if (Array.isArray(value.edges)) value.edges.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  for (const inner of Object.values(value)) sortTrainings(inner);
}

/** Servers whose answers are compared, ours as a steward sees them. */
export interface Answering {
  contestant: Contestant;
  url: string;
  headers: Record<string, string>;
}

/** How many questions of each shape are compared. */
const QUESTIONS = 25;

/** @throws {Error} when two servers do not tell the same */
export async function checkSameData(
  shape: Shape,
  answering: readonly Answering[],
  samples: Samples,
  { scale }: BenchDatabase,
): Promise<void> {
  const all = samples[shape.key] ?? [];
  const step = Math.max(1, Math.floor(all.length / QUESTIONS));
  for (const variables of all.filter((_, i) => i % step === 0).slice(0, QUESTIONS)) {
    const answers = await Promise.all(
      answering.map(async ({ contestant, url, headers }) => {
        const data = (await ask(url, bodyOf(shape, contestant, variables), headers)) as Fields;
        return { name: contestant.name, said: inOneForm(shape, data) };
      }),
    );
    const [first, ...others] = answers;
    for (const other of others) {
      if (isDeepStrictEqual(sorted(first?.said), sorted(other.said))) continue;
      const texts = [first, other].map(
        (answer) => `${answer?.name}: ${JSON.stringify(sorted(answer?.said)).slice(0, 1_500)}`,
      );
      throw new Error(`${shape.key} at scale ${scale}, ${JSON.stringify(variables)}:\n${texts.join("\n")}`);
    }
  }
}

function sorted(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === undefined || !isFields(value)) return value ?? null;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
