import type { Context } from "./context.ts";
import { run } from "./execute.ts";
import { errorOfFault, statusOf } from "./faults.ts";
import type { TestRequest, Unreadable } from "./request.ts";

/**
 * Answers a request as a server does over HTTP.
 *
 * @throws {TypeError} when the test wants that no answer comes
 */
export async function respond(
  { request, wrong }: { request: TestRequest; wrong?: Unreadable },
  context: Context,
  id: string,
): Promise<Response> {
  const { fault } = context;
  if (fault?.network) throw new TypeError("fetch failed");
  const headers = new Headers({ "x-request-id": id, "content-type": "application/json; charset=utf-8" });
  if (fault?.retryAfter !== undefined) headers.set("retry-after", String(fault.retryAfter));
  if (fault?.status !== undefined && fault.code === undefined) {
    headers.set("content-type", "text/plain");
    return new Response("The test wanted this.", { status: fault.status, headers });
  }
  if (fault?.code !== undefined && fault.at === undefined) {
    const { message, extensions } = errorOfFault(fault);
    return reply({ errors: [{ message, extensions }] }, fault.status ?? statusOf(fault.code), headers);
  }
  if (wrong) {
    const { code, message } = wrong;
    return reply({ errors: [{ message, extensions: { code } }] }, statusOf(code), headers);
  }
  const { query = "", operationName, variables } = request;
  const { body, isRefused } = await run({ query, operationName, variables }, context);
  // A client that does not know GraphQL's own type takes any other status than 200 for a proxy's.
  const knowsStatus = /graphql-response\+json/.test(request.headers.get("accept") ?? "");
  if (knowsStatus) headers.set("content-type", "application/graphql-response+json; charset=utf-8");
  return reply(body, isRefused && knowsStatus ? 400 : 200, headers);
}

function reply(body: object, status: number, headers: Headers): Response {
  return new Response(JSON.stringify(body), { status, headers });
}
