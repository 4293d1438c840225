import { parse } from "graphql";
import { operationIn } from "../request/operation-in.ts";

/** A file, or why there is none. */
export type Taken = { blob: Blob; name: string } | { failure: "brokenOff" | "unreachable" | { message: string } };

/** Asks the graph for an operation's rows as a file. What breaks off on the way is no file. */
export async function takeFile(options: {
  format: string;
  query: string;
  operationName: string | undefined;
  variables: Record<string, unknown>;
  headers: Record<string, unknown>;
}): Promise<Taken> {
  const { format, query, operationName, variables, headers } = options;
  let response: Response;
  try {
    response = await fetch(`/graphql?format=${format}`, {
      method: "POST",
      headers: { ...stringsOf(headers), "content-type": "application/json" },
      body: JSON.stringify({ query, operationName: nameIn(query, operationName), variables }),
    });
  } catch {
    return { failure: "unreachable" };
  }
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "") ?? [];
  try {
    if (name && response.ok) return { blob: await response.blob(), name };
    return { failure: { message: messageIn(await response.text()) ?? `${response.status} ${response.statusText}` } };
  } catch {
    return { failure: "brokenOff" };
  }
}

/** The name to send with a text: what is no GraphQL is sent without one, so that the server says what is wrong in it. */
function nameIn(query: string, operationName: string | undefined): string | undefined {
  try {
    return operationIn(parse(query), operationName)?.name?.value;
  } catch {
    return undefined;
  }
}

function stringsOf(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function messageIn(text: string): string | undefined {
  try {
    const { errors } = JSON.parse(text) as { errors?: { message: string }[] };
    return errors?.map(({ message }) => message).join(" ");
  } catch {
    return undefined;
  }
}
