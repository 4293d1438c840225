import { hkdfSync } from "node:crypto";

/** Keys for different uses, all made from one secret. */
export interface Keyring {
  /** The key of 32 bytes for a use; other uses' keys say nothing of it. */
  key(use: string): Buffer;
}

const keyrings = new Map<string, Keyring>();

/** Keys are made by HKDF (RFC 5869) with SHA-256, once for each use. */
export function createKeyring(secret: Uint8Array): Keyring {
  const name = Buffer.from(secret).toString("base64");
  let keyring = keyrings.get(name);
  if (!keyring) {
    const keys = new Map<string, Buffer>();
    keyring = {
      key(use) {
        let key = keys.get(use);
        if (!key) {
          key = Buffer.from(hkdfSync("sha256", secret, "", use, 32));
          keys.set(use, key);
        }
        return key;
      },
    };
    keyrings.set(name, keyring);
  }
  return keyring;
}
