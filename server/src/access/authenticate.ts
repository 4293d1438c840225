import type { IncomingMessage } from "node:http";
import type { PrismaClient } from "@chacra/prisma";
import { type Viewer, viewerOf } from "@chacra/schema";
import type { Settings } from "../settings.ts";
import { createKeyReader, isKey } from "./api-key.ts";
import { createTokenReader, IssuerUnavailable } from "./token.ts";

export type AccessSettings = Pick<Settings, "anonymous" | "issuer">;

/** A request that is answered before the graph is reached. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  headers: Record<string, string>;
}

export type Authenticate = (request: IncomingMessage) => Promise<Viewer | Refusal>;

export const isRefusal = (result: Viewer | Refusal): result is Refusal => "status" in result;

/** Tells who sends a request, by its key or token. */
export function createAuthenticate(prisma: PrismaClient, { anonymous, issuer }: AccessSettings): Authenticate {
  const readKey = createKeyReader(prisma);
  const readToken = issuer && createTokenReader(issuer);

  async function holder(credential: string): Promise<Viewer | Refusal> {
    if (isKey(credential)) return (await readKey(credential)) ?? unauthenticated(true);
    if (!readToken) return unauthenticated(true);
    try {
      return (await readToken(credential)) ?? unauthenticated(true);
    } catch (error) {
      if (!(error instanceof IssuerUnavailable)) throw error;
      const message = "The issuer of your token does not answer, so the token cannot be checked. Try again.";
      return { status: 503, code: "ISSUER_UNAVAILABLE", message, headers: { "Retry-After": "10" } };
    }
  }

  return async (request) => {
    const { authorization, "x-chacra-purpose": purpose } = request.headers;
    // A key in the address would stand in histories and logs.
    if (/[?&](api_?key|access_token|key|token)=/i.test(request.url ?? "")) {
      const message =
        "Send the key as Authorization: Bearer, not in the address; take this one for leaked and revoke it.";
      return { status: 400, code: "CREDENTIAL_IN_URL", message, headers: {} };
    }
    const [, credential] = /^Bearer +(\S+) *$/i.exec(authorization ?? "") ?? [];
    if (authorization !== undefined && !credential) return unauthenticated(true);
    if (!credential && anonymous === "none") return unauthenticated(false);
    const viewer = credential ? await holder(credential) : viewerOf(anonymous === "analyst" ? "analyst" : "public");
    if (isRefusal(viewer) || purpose === undefined) return viewer;
    const stated = typeof purpose === "string" ? purpose.trim() : "";
    if (/^[\x20-\x7e\xa0-\xff]{1,200}$/.test(stated)) return { ...viewer, purpose: stated };
    const message = "X-Chacra-Purpose must say in 1 to 200 printable characters what the data is for.";
    return { status: 400, code: "BAD_PURPOSE", message, headers: {} };
  };
}

/** Does not tell whether the credential is unknown, expired or revoked. */
function unauthenticated(given: boolean): Refusal {
  const message = given
    ? "This key or token is not valid here. Ask whoever runs this server for another."
    : "This server answers only with a key or token: send it as Authorization: Bearer.";
  const challenge = given ? 'Bearer realm="chacra", error="invalid_token"' : 'Bearer realm="chacra"';
  return { status: 401, code: "UNAUTHENTICATED", message, headers: { "WWW-Authenticate": challenge } };
}
