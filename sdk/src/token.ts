import { ChacraError } from "./error.ts";

/**
 * A secret that tells the server who asks, or a function that fetches one before each request.
 *
 * @example
 * ```ts
 * import { createClient, type Token } from "@chacra/sdk";
 *
 * const token: Token = async () => (await fetch("/session/token")).text();
 * const chacra = createClient({ url: "https://chacra.example.org/graphql", token });
 * ```
 */
export type Token = string | (() => string | Promise<string>);

/** A fetch that says who asks. */
export function authorized(send: typeof fetch, token: Token): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    const secret = typeof token === "string" ? token : await fetchToken(token);
    try {
      headers.set("Authorization", `Bearer ${secret}`);
    } catch {
      // The error of Headers quotes the value.
      throw new ChacraError("TOKEN", "The token holds characters that no header can carry.");
    }
    return send(input, { ...init, headers });
  };
}

async function fetchToken(token: () => string | Promise<string>): Promise<string> {
  try {
    return await token();
  } catch (cause) {
    throw new ChacraError("TOKEN", "The function that is the option token failed.", { cause });
  }
}
