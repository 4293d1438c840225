import { LRUCache } from "lru-cache";
import type { Slot } from "./columns.ts";
import type { Compiler } from "./compiler.ts";
import { type Binding, type Piece, render } from "./sql.ts";

/** What has been worked out of many records, and the version of the records that it was worked out of. */
interface Kept {
  version: string;
  value: unknown;
}

/** Characters of what the database gave for all that is kept. */
const MOST_CHARACTERS = 32_000_000;

const memories = new WeakMap<object, LRUCache<string, Kept>>();

/** One for each database. */
function memoryOf({ context: { prisma } }: Binding): LRUCache<string, Kept> {
  let memory = memories.get(prisma);
  if (!memory) {
    memory = new LRUCache({ maxSize: MOST_CHARACTERS });
    memories.set(prisma, memory);
  }
  return memory;
}

/** A part of an answer that many records have to be read for, and little is made of. */
interface Part<T> {
  pieces: readonly Piece[];
  /** What the part depends on beside what the pieces ask the database, and with which values. */
  dependsOn(binding: Binding): unknown;
  /** Makes it of what the pieces gave; of nothing that belongs to one document or request alone. */
  read(given: readonly Slot[], binding: Binding): T;
}

/**
 * Adds a part to the statement's one row, which PostgreSQL works out only if the records have changed since it was worked out last: the
 * statement itself, which sees the records as they are, compares their version.
 */
export function remembered<T>(compiler: Compiler, { pieces, dependsOn, read }: Part<T>): (binding: Binding) => T {
  const version = compiler.version();
  /** The SQL of the pieces, by which the part is known, and what is kept of it. */
  const look = (binding: Binding) => {
    const { params } = binding;
    const before = params.values.length;
    const texts = pieces.map((piece) => render(piece, binding));
    const { role, regions } = binding.context.viewer;
    const name = JSON.stringify([texts, params.values.slice(before), role, regions, dependsOn(binding)]);
    const kept = memoryOf(binding).get(name);
    return { texts, name, kept, isKnown: `${params.add(kept?.version ?? "", "text")} = v.version` };
  };
  const slots = pieces.map((_, i) =>
    compiler.root.add((binding) => {
      const { texts, isKnown } = binding.once(look);
      return `CASE WHEN ${isKnown} THEN NULL ELSE ${texts[i]} END`;
    }),
  );
  const value = (binding: Binding): T => {
    const now = String(binding.root[version]);
    const { name, kept } = binding.once(look);
    if (kept?.version === now) return kept.value as T;
    const given = slots.map((slot) => binding.root[slot]);
    const made = read(given, binding);
    const size = given.reduce((sum: number, slot) => sum + (typeof slot === "string" ? slot.length : 0), name.length);
    memoryOf(binding).set(name, { version: now, value: made }, { size });
    return made;
  };
  return (binding) => binding.once(value);
}
