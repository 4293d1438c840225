import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from "node:crypto";

/**
 * Turns the place of a row in an order into an opaque text and back. The text is sealed (AES-256-GCM), so that it
 * tells its holder nothing about the row and cannot be forged; the same place always gives the same text.
 */
export interface CursorSeal {
  seal(scope: string, place: unknown[]): string;
  /** The place, or undefined when the text is not a cursor of this scope. */
  open(scope: string, cursor: string): unknown[] | undefined;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

const seals = new WeakMap<Uint8Array, CursorSeal>();

/** @param secret 32 bytes; cursors of one cannot be opened with another. Whoever hands over the same object again gets the same seal. */
export function createCursorSeal(secret: Uint8Array): CursorSeal {
  const seal = seals.get(secret) ?? sealBy(createSecretKey(secret));
  seals.set(secret, seal);
  return seal;
}

function sealBy(key: KeyObject): CursorSeal {
  return {
    seal(scope, place) {
      const text = JSON.stringify(place);
      // The initialization vector is made from the content: two different places never share one.
      const iv = createHmac("sha256", key).update(scope).update("\0").update(text).digest().subarray(0, IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(scope));
      return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString(
        "base64url",
      );
    },
    open(scope, cursor) {
      const bytes = Buffer.from(cursor, "base64url");
      if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(scope))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
        return JSON.parse(text);
      } catch {
        return undefined;
      }
    },
  };
}
