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
export function authorization(token: Token | undefined) {
  let refreshing: Promise<string> | undefined;

  function fetchToken(get: Exclude<Token, string>, refresh: boolean): Promise<string> {
    if (!refresh) return refreshing ?? called(get, { refresh });
    refreshing ??= called(get, { refresh }).finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  return async (given: HeadersInit | undefined, refresh: boolean): Promise<Headers> => {
    const headers = new Headers(given);
    if (token === undefined) return headers;
    const secret = typeof token === "string" ? token : await fetchToken(token, refresh);
    try {
      headers.set("Authorization", `Bearer ${secret}`);
    } catch {
      // The error of Headers quotes the value.
      throw errorOf("TOKEN", "The token holds characters that no header can carry.");
    }
    return headers;
  };
}

async function called(get: Exclude<Token, string>, request: TokenRequest): Promise<string> {
  try {
    return await get(request);
  } catch (cause) {
    throw errorOf("TOKEN", "The function that is the option token failed.", { cause });
  }
}
