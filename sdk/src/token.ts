import { errorOf } from "./error-classes.ts";

/**
 * Why a token is asked for.
 *
 * @example
 * ```ts
 * import type { TokenRequest } from "@chacra/sdk";
 *
 * export const path = ({ refresh }: TokenRequest) => (refresh ? "/session/refresh" : "/session/token");
 * ```
 */
export interface TokenRequest {
  /** Whether the server has refused the last one: then the same again will not do. */
  refresh: boolean;
}

/**
 * A secret that tells the server who asks, or a function that gives one before each request. When the server does not take
 * it, the function is called once more, with `refresh`; whoever asks meanwhile shares that call.
 *
 * @example
 * ```ts
 * import { createClient, type Token } from "@chacra/sdk";
 *
 * const token: Token = async ({ refresh }) => (await fetch(refresh ? "/session/refresh" : "/session/token")).text();
 * const chacra = createClient({ url: "https://chacra.example.org/graphql", token });
 * ```
 */
export type Token = string | ((request: TokenRequest) => string | Promise<string>);

/** Puts the token into the headers of requests. */
export interface Authorization {
  /** @param refused - the headers of an attempt whose token the server did not take */
  headers(given: HeadersInit | undefined, refused?: Headers): Promise<Headers>;
  /** Whether another token can be had in place of one that was refused. */
  readonly renews: boolean;
}

export function authorization(token: Token | undefined): Authorization {
  const renewals = new Map<string, Promise<string>>();

  /** Whoever was refused with the same token shares what comes in its place. */
  function secretFor(get: Exclude<Token, string>, refused: string | null | undefined): Promise<string> {
    if (!refused) return called(get, { refresh: false });
    const renewal = renewals.get(refused) ?? called(get, { refresh: true });
    renewals.clear();
    renewals.set(refused, renewal);
    renewal.catch(() => renewals.delete(refused));
    return renewal;
  }

  return {
    renews: typeof token === "function",
    async headers(given, refused) {
      const headers = new Headers(given);
      if (token === undefined) return headers;
      const secret = typeof token === "string" ? token : await secretFor(token, refused?.get("Authorization"));
      try {
        headers.set("Authorization", `Bearer ${secret}`);
      } catch {
        // The error of Headers quotes the value.
        throw errorOf("TOKEN", "The token holds characters that no header can carry.");
      }
      return headers;
    },
  };
}

async function called(get: Exclude<Token, string>, request: TokenRequest): Promise<string> {
  try {
    return await get(request);
  } catch (cause) {
    throw errorOf("TOKEN", "The function that is the option token failed.", { cause });
  }
}
