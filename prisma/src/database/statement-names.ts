import { LRUCache } from "lru-cache";

/** How many statements have a name, and how many characters of theirs are kept. */
export const MOST_NAMES = 256;
const MOST_CHARACTERS = 4_000_000;

const sized = { maxSize: MOST_CHARACTERS, sizeCalculation: (_value: unknown, text: string) => text.length + 1 };

/**
 * Names statements that come again, so that PostgreSQL parses and plans them once a connection. A text that comes only once gets
 * none, and names of texts that no longer come are not given again: what a connection holds is bounded, whatever it is asked.
 */
export class StatementNames {
  readonly #names = new LRUCache<string, string>({ max: MOST_NAMES, ...sized });
  readonly #once = new LRUCache<string, true>({ max: 4 * MOST_NAMES, ...sized });
  #given = 0;

  /** @returns undefined for a text that is met for the first time */
  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known) return known;
    if (!this.#once.has(text)) {
      this.#once.set(text, true);
      return undefined;
    }
    this.#once.delete(text);
    this.#given += 1;
    const name = `chacra_${this.#given}`;
    this.#names.set(text, name);
    return name;
  }
}
