import { getOperationAST, parse } from "graphql";
import documents from "../generated/documents.json" with { type: "json" };

/**
 * A request that a test server was sent.
 *
 * @example
 * ```ts
 * import { createTestServer, type TestRequest } from "@chacra/sdk/testing";
 *
 * const server = createTestServer();
 * await server.client().regionOverview({ ubigeo: "22" });
 * const [request]: readonly TestRequest[] = server.requests;
 * console.log(request?.operationName, request?.variables);
 * ```
 */
export interface TestRequest {
  /** The operation's name; undefined where the document names none, or several and the request not which. */
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The text of the document; undefined where it was not sent, nor is one of the ready ones. */
  readonly query: string | undefined;
  /** The id of the document, where that was sent in place of the text. */
  readonly documentId: string | undefined;
  readonly method: string;
  readonly headers: Headers;
}

/** Why a request cannot be read. */
export interface Unreadable {
  code: "BAD_REQUEST" | "UNSUPPORTED_MEDIA_TYPE" | "BATCH_TOO_LARGE" | "DOCUMENT_NOT_FOUND";
  message: string;
}

const json = /^application\/(graphql\+)?json\s*(;|$)/i;

/** Reads what `fetch` is called with: JSON by `POST`, or an address by `GET`. */
export async function read(
  input: Parameters<typeof fetch>[0],
  init: RequestInit = {},
): Promise<{ request: TestRequest; wrong?: Unreadable }> {
  const sent = typeof input === "object" && "url" in input ? input : undefined;
  const method = (init.method ?? sent?.method ?? "GET").toUpperCase();
  const headers = new Headers(init.headers ?? sent?.headers);
  const body = init.body ?? (await sent?.text());
  const request = { operationName: undefined, variables: {}, query: undefined, documentId: undefined, method, headers };
  const wrong = (code: Unreadable["code"], message: string) => ({ request, wrong: { code, message } });

  if (method !== "GET" && method !== "POST")
    return wrong("BAD_REQUEST", `GraphQL is asked by GET or POST, not ${method}.`);
  if (method === "POST" && !json.test(headers.get("content-type") ?? ""))
    return wrong("UNSUPPORTED_MEDIA_TYPE", "Send the request as JSON, with Content-Type: application/json.");
  const params =
    method === "POST"
      ? jsonIn(String(body ?? ""))
      : paramsOf(new URL(sent?.url ?? String(input), "http://chacra.test"));
  if (Array.isArray(params))
    return wrong("BATCH_TOO_LARGE", "Send one operation a request; aliases put several questions into one.");
  if (typeof params !== "object" || params === null) return wrong("BAD_REQUEST", "The request is not JSON.");
  const { query, variables, operationName, documentId } = params as Readonly<Record<string, unknown>>;
  const id = typeof documentId === "string" ? documentId.replace(/^sha256:/, "") : undefined;
  const known: Readonly<Record<string, string>> = documents;
  const text = typeof query === "string" ? query : id && known[id];
  const told: TestRequest = {
    ...request,
    operationName: typeof operationName === "string" ? operationName : nameIn(text),
    variables: typeof variables === "object" && variables !== null ? (variables as TestRequest["variables"]) : {},
    query: text || undefined,
    documentId: id,
  };
  if (text) return { request: told };
  return id
    ? { request: told, wrong: { code: "DOCUMENT_NOT_FOUND", message: "No ready operation has this documentId." } }
    : {
        request: told,
        wrong: { code: "BAD_REQUEST", message: "Send the text of an operation as query, or its hash as documentId." },
      };
}

function paramsOf({ searchParams }: URL): object | undefined {
  const params: Record<string, unknown> = Object.fromEntries(searchParams);
  if (typeof params.variables === "string") params.variables = jsonIn(params.variables);
  return params.variables === undefined && searchParams.has("variables") ? undefined : params;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The name of a document's one operation. */
function nameIn(text: string | undefined): string | undefined {
  try {
    return getOperationAST(parse(text ?? ""))?.name?.value;
  } catch {
    return undefined;
  }
}
