import { createCipheriv, createDecipheriv, createHash, createHmac } from "node:crypto";
import type { Keyring } from "./keyring.ts";
import type { Viewer } from "./viewer.ts";

const PREFIX = "P-";

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
  return {
    of(type, id) {
      const cipher = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
      return PREFIX + Buffer.concat([cipher.update(block(type, id)), cipher.final()]).toString("base64url");
    },
    open(type, pseudonym) {
      const bytes = Buffer.from(pseudonym.slice(PREFIX.length), "base64url");
      if (!pseudonym.startsWith(PREFIX) || bytes.length !== 16) return undefined;
      const decipher = createDecipheriv("aes-256-ecb", key, null).setAutoPadding(false);
      const opened = Buffer.concat([decipher.update(bytes), decipher.final()]);
      const id = opened.readInt32BE(12);
      return opened.equals(block(type, id)) ? id : undefined;
    },
    token: (value) => PREFIX + createHmac("sha256", key).update(value).digest().subarray(0, 16).toString("base64url"),
  };
}

/** Twelve bytes that say which type it is, so that a text of another origin is not taken for a pseudonym, and the id. */
function block(type: string, id: number): Buffer {
  const bytes = createHash("sha256").update(type).digest().subarray(0, 16);
  bytes.writeInt32BE(id, 12);
  return bytes;
}
