import { createCipheriv, createDecipheriv, createHash, createHmac } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Keyring } from "./keyring.ts";
import type { Viewer } from "./viewer.ts";

const PREFIX = "P-";

/** How many pseudonyms of each partner are kept, at some hundred bytes each. */
const MOST_TOLD = 50_000;

/**
 * Names records for viewers who must not know their own names. A pseudonym is one block of AES-256 over the type and the id, under a
 * key of the viewer's partner (analysts share one): the same record always has the same pseudonym for the same partner, two
 * partners' pseudonyms cannot be matched, and nobody without the key can make one or read one.
 */
export interface Pseudonyms {
  of(type: string, id: number): string;
  /** The id, or undefined when the text is no pseudonym of this type and viewer. */
  open(type: string, pseudonym: string): number | undefined;
  /** A name for a value that need not be found again. */
  token(value: string): string;
}

/** undefined for viewers who see records under their own names: stewards, and the public, which sees only open ones. */
export function createPseudonyms(keyring: Keyring, { role, partner }: Viewer): Pseudonyms | undefined {
  if (role === "steward" || role === "public") return undefined;
  const key = keyring.key(`pseudonyms of ${role} ${partner ?? ""}`);
  let made = known.get(key);
  if (!made) {
    made = pseudonymsBy(key);
    known.set(key, made);
  }
  return made;
}

/** One for each key, which lives as long as its keyring. */
const known = new WeakMap<Buffer, Pseudonyms>();

function pseudonymsBy(key: Buffer): Pseudonyms {
  // Each block is ciphered by itself and nothing is kept from one to the next, so one cipher serves for all.
  const cipher = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
  const decipher = createDecipheriv("aes-256-ecb", key, null).setAutoPadding(false);
  // Ciphering one is quick and yet most of what it takes to tell of a record, and the same records are told of again.
  const told = new LRUCache<string, string>({ max: MOST_TOLD });
  return {
    of(type, id) {
      const name = `${type} ${id}`;
      let pseudonym = told.get(name);
      if (pseudonym === undefined) {
        pseudonym = PREFIX + cipher.update(block(type, id)).toString("base64url");
        told.set(name, pseudonym);
      }
      return pseudonym;
    },
    open(type, pseudonym) {
      const bytes = Buffer.from(pseudonym.slice(PREFIX.length), "base64url");
      if (!pseudonym.startsWith(PREFIX) || bytes.length !== 16) return undefined;
      const opened = decipher.update(bytes);
      const id = opened.readInt32BE(12);
      return opened.equals(block(type, id)) ? id : undefined;
    },
    token: (value) => PREFIX + createHmac("sha256", key).update(value).digest().subarray(0, 16).toString("base64url"),
  };
}

const blocks = new Map<string, Buffer>();

/** Twelve bytes that say which type it is, so that a text of another origin is not taken for a pseudonym, and the id. */
function block(type: string, id: number): Buffer {
  let bytes = blocks.get(type);
  if (!bytes) {
    bytes = createHash("sha256").update(type).digest().subarray(0, 16);
    blocks.set(type, bytes);
  }
  bytes.writeInt32BE(id, 12);
  return bytes;
}
