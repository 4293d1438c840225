import { createHash } from "node:crypto";
import { roles, type Viewer } from "@chacra/schema";
import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";

/** Whose tokens are taken. */
export interface IssuerSettings {
  /** The `iss` of its tokens, under which it also tells where its keys are. */
  issuer: string;
  /** The `aud` that its tokens must name: ours. */
  audience: string;
  /** Where its keys are; found by OpenID discovery when absent. */
  jwksUrl?: string;
}

/** The issuer cannot be asked for its keys. */
export class IssuerUnavailable extends Error {
  override readonly name = "IssuerUnavailable";
}

export type TokenReader = (token: string) => Promise<Viewer | undefined>;

/** Clocks may differ by so much, in seconds. */
const CLOCK_TOLERANCE_S = 60;
const TIMEOUT_MS = 5_000;
/** A token of an unknown key makes us ask the issuer again, but no more often than this. */
const COOLDOWN_MS = 5_000;

/** Keys that only the issuer has: with a secret of both sides, whoever checks tokens could make them. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

const ubigeo = z.string().regex(/^\d{2}$/);
const rights = z
  .object({
    role: z.enum(roles),
    partner: z.string().min(1).max(100).nullish(),
    regions: z.array(ubigeo).max(25).nullish(),
    purpose: z.string().min(1).max(200).nullish(),
  })
  .refine(({ role, partner, regions }) => role !== "partner" || (partner && regions));

/**
 * Reads the JSON Web Tokens of an OpenID issuer. What a token's bearer may do stands in its claim `chacra`; without it the bearer is the public.
 *
 * @returns a reader that gives undefined for a token that is not valid here
 */
export function createTokenReader({ issuer, audience, jwksUrl }: IssuerSettings): TokenReader {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (token) => {
    try {
      keys ??= createRemoteJWKSet(new URL(jwksUrl ?? (await discover(issuer))), {
        timeoutDuration: TIMEOUT_MS,
        cooldownDuration: COOLDOWN_MS,
      });
      const options = { issuer, audience, algorithms, clockTolerance: CLOCK_TOLERANCE_S };
      const { payload } = await jwtVerify(token, keys, { ...options, requiredClaims: ["exp", "sub"] });
      return viewerOfClaims(payload);
    } catch (error) {
      if (isNotValid(error)) return undefined;
      throw new IssuerUnavailable("The issuer of tokens does not answer.", { cause: error });
    }
  };
}

function viewerOfClaims({ iss, sub, chacra }: { iss?: string; sub?: string; chacra?: unknown }): Viewer | undefined {
  const given = rights.safeParse(chacra ?? { role: "public" });
  if (!given.data) return undefined;
  const { role, partner, regions, purpose } = given.data;
  // The subject may be an e-mail address.
  const id = `oidc:${createHash("sha256").update(`${iss} ${sub}`).digest("hex").slice(0, 16)}`;
  const isPartner = role === "partner";
  return {
    role,
    id,
    purpose: purpose ?? null,
    partner: isPartner ? (partner ?? null) : null,
    regions: isPartner ? (regions ?? []) : [],
  };
}

/** Whether the token is at fault; else it is the way to the issuer. */
function isNotValid(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return false;
  return !(
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === "ERR_JOSE_GENERIC"
  );
}

async function discover(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "error" });
  if (!response.ok) throw new Error(`Discovery was answered with ${response.status}.`);
  return z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(await response.json()).jwks_uri;
}
