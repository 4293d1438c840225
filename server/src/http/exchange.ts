import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Viewer } from "@chacra/schema";
import type { WantedFile } from "../export/format.ts";
import type { Export } from "../export/use-export.ts";

/** One request and its response, with what is learnt about it on the way, for the log. */
export interface Exchange {
  /** Goes back as X-Request-Id and stands in the log. */
  readonly id: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The path without the query string, which may hold a whole document. */
  readonly path: string;
  /** The file that it asks for in place of the usual answer. */
  file?: WantedFile;
  /** That file, once it is ready to be written. */
  export?: Export;
  /** Who sends it, once that is known. */
  viewer?: Viewer;
  operation?: string;
  /** The SHA-256 of the document, shortened: the same for the same text, telling nothing of it. */
  document?: string;
  /** The ids of the faults that were masked in the response. */
  faults?: string[];
}

/** An id of a caller's own is taken over only when it can do no harm in a log or a header. */
const saneId = /^[\w.:-]{1,64}$/;

export function openExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const given = request.headers["x-request-id"];
  const id = typeof given === "string" && saneId.test(given) ? given : randomUUID();
  response.setHeader("X-Request-Id", id);
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  return { id, request, response, path };
}
