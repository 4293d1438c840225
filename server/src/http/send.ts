import type { ServerResponse } from "node:http";

/** Ends a response with a text of the given media type. */
export function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, "application/json", `${JSON.stringify(body)}\n`);
}

/** An error before GraphQL is reached, in the shape that GraphQL errors have, so that clients read only one. */
export function sendError(response: ServerResponse, status: number, code: string, message: string, id?: string): void {
  sendJson(response, status, { errors: [{ message, extensions: { code, id } }] });
}
