/**
 * The address of the graph as text. A relative one is the page's business; in Node there is no page.
 *
 * @throws {TypeError} when requests cannot be sent to it
 */
export function checkedUrl(url: string | URL): string {
  const text = String(url);
  const parsed = url ? parse(text) : undefined;
  if (parsed?.username || parsed?.password) {
    throw new TypeError("The option url holds a user or password. Take them out, and give the option token.");
  }
  if (parsed?.protocol !== "http:" && parsed?.protocol !== "https:") {
    throw new TypeError(
      `The option url is not an address of http or https: ${JSON.stringify(text)}. Take one such as "https://host/graphql".`,
    );
  }
  return text;
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text, typeof location === "undefined" ? undefined : location.href);
  } catch {
    return undefined;
  }
}
