import { LRUCache } from "lru-cache";
import type { Slot } from "./columns.ts";
import type { Compiler } from "./compiler.ts";
import { type Binding, type Piece, render } from "./sql.ts";

/** What has been worked out of many records, and the version of the records that it was worked out of. */
interface Kept {
  version: string;
  value: unknown;
  /** Whether it has served once more since: then the records do not change all the time. */
  isSettled: boolean;
}

/** A part as one operation asks for it with the same variables for the same viewer, and what was last written of it. */
interface Form {
  key: string;
  texts: readonly string[];
  values: readonly unknown[];
  /** By which what is kept is known, whoever asks for it. */
  name: string;
  written?: { version: string; text: string };
}

/** Characters of what the database gave for all that is kept, and of all forms. */
const MOST_CHARACTERS = 32_000_000;

interface Memory {
  kept: LRUCache<string, Kept>;
  forms: LRUCache<string, Form>;
}

/** The records have changed since what the statement left out was worked out: it has to be asked whole. */
export class Changed extends Error {}

const memories = new WeakMap<object, Memory>();

/** One for each database. */
function memoryOf({ context: { prisma } }: Binding): Memory {
  let memory = memories.get(prisma);
  if (!memory) {
    const sized = { maxSize: MOST_CHARACTERS };
    memory = { kept: new LRUCache(sized), forms: new LRUCache(sized) };
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

/** A part of an answer that is worked out again only when the records have changed. */
export interface Remembered<T> {
  value(binding: Binding): T;
  /** The value as JSON, written again only when the records have changed; by nothing but the variables, the viewer's rights and the records. */
  text(binding: Binding, write: (value: T) => string): string;
}

/** The texts of the pieces stand in the name, too. */
function sizeOf({ key, name, written }: Form): number {
  return key.length + 2 * name.length + (written?.text.length ?? 0);
}

let parts = 0;

/**
 * Adds a part to the statement's one row, which PostgreSQL works out only if the records have changed since it was worked out last: the
 * statement itself, which sees the records as they are, tells their version. Once the part has served again, the statement leaves it out, for to plan it
 * takes longer than all the rest; should the records have changed all the same, the statement is asked again, whole.
 */
export function remembered<T>(compiler: Compiler, { pieces, dependsOn, read }: Part<T>): Remembered<T> {
  const version = compiler.version();
  parts += 1;
  const part = parts;

  function formOf(binding: Binding): Form {
    const { params, context } = binding;
    const { forms } = memoryOf(binding);
    const before = params.values.length;
    const key = `${part} ${before} ${binding.key}`;
    const known = forms.get(key);
    if (known) return known;
    const texts = pieces.map((piece) => render(piece, binding));
    const values = params.values.splice(before);
    const { role, regions } = context.viewer;
    // Whatever parameters come before its own.
    const own = texts.map((text) => text.replace(/\$(\d+)/g, (_, number) => `$${number - before}`));
    const name = JSON.stringify([own, values, role, regions, dependsOn(binding)]);
    const form: Form = { key, texts, values, name };
    forms.set(key, form, { size: sizeOf(form) });
    return form;
  }
  /** How the part is asked for, and what is kept of it. */
  const look = (binding: Binding) => {
    const form = formOf(binding);
    const kept = memoryOf(binding).kept.get(form.name);
    const isLeftOut = kept?.isSettled && !binding.isWhole;
    binding.versions.push(`${isLeftOut ? "only " : ""}${kept?.version ?? ""}`);
    if (isLeftOut) return { form, kept };
    for (const value of form.values) binding.params.values.push(value);
    return { form, kept, isKnown: `${binding.params.add(kept?.version ?? "", "text")} = v.version` };
  };
  const slots = pieces.map((_, i) =>
    compiler.root.add((binding) => {
      const { form, isKnown } = binding.once(look);
      return isKnown ? `CASE WHEN ${isKnown} THEN NULL ELSE ${form.texts[i]} END` : "NULL";
    }),
  );
  const now = (binding: Binding) => String(binding.root[version]);
  const value = (binding: Binding): T => {
    const { form, kept, isKnown } = binding.once(look);
    const memory = memoryOf(binding);
    // What was kept when the statement was made, or what somebody who shares the answer has made of it just before.
    const known = [kept, memory.kept.get(form.name)].find((each) => each?.version === now(binding));
    if (known) {
      known.isSettled = true;
      return known.value as T;
    }
    if (!isKnown) throw new Changed();
    const given = slots.map((slot) => binding.root[slot]);
    const made = read(given, binding);
    const size = given.reduce(
      (sum: number, slot) => sum + (typeof slot === "string" ? slot.length : 0),
      form.name.length,
    );
    memory.kept.set(form.name, { version: now(binding), value: made, isSettled: false }, { size });
    return made;
  };
  return {
    value: (binding) => binding.once(value),
    text(binding, write) {
      const { form, kept } = binding.once(look);
      const written = memoryOf(binding).forms.get(form.key)?.written;
      if (written?.version === now(binding)) {
        if (kept?.version === written.version) kept.isSettled = true;
        return written.text;
      }
      const text = write(binding.once(value));
      const rewritten = { ...form, written: { version: now(binding), text } };
      memoryOf(binding).forms.set(form.key, rewritten, { size: sizeOf(rewritten) });
      return text;
    },
  };
}

/** What is told of each parent, decided once; kept as long as what it is decided by. */
export function once<T>(tell: (parent?: number) => T): (parent?: number) => T {
  const known = new Map<number | undefined, T>();
  return (parent) => {
    const told = known.get(parent) ?? tell(parent);
    known.set(parent, told);
    return told;
  };
}
