import type { IncomingMessage } from "node:http";
import type { Exchange } from "./exchange.ts";
import { type PageFile, readPageFiles } from "./page-files.ts";
import { sendError } from "./send.ts";

/** The page may load nothing but this server's files, and the browser enforces it; its editor writes style sheets of its own. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Where the page's scripts, styles and fonts are; their names change with what they hold. */
export const ASSETS = "/explorer/assets/";

/** Whether a browser asks for a page to look at, rather than a program for data. */
export function wantsExplorer({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && (headers.accept ?? "").includes("text/html");
}

/** The explorer, whole and from this process. Its files are read at the first request, and no others are ever served. */
export function createExplorer(): {
  page(exchange: Exchange): Promise<void>;
  asset(exchange: Exchange): Promise<void>;
} {
  let reading: Promise<ReadonlyMap<string, PageFile>> | undefined;
  const files = () => {
    reading ??= readPageFiles();
    return reading;
  };
  return {
    async page({ request, response }) {
      const file = (await files()).get("index.html");
      if (!file) {
        const message = "The explorer is not built: run `npx -y pnpm@12.21.0 run generate:explorer`, then start again.";
        return sendError(response, 503, "NOT_BUILT", message);
      }
      response.setHeader("Cache-Control", "no-cache");
      response.setHeader("Vary", "Accept, Accept-Encoding");
      response.setHeader("Content-Security-Policy", contentSecurityPolicy);
      sendFile({ request, response }, file);
    },
    async asset({ path, request, response }) {
      const file = (await files()).get(path.slice("/explorer/".length));
      if (!file) return sendError(response, 404, "NOT_FOUND", "There is no such file; the explorer is at /graphql.");
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      response.setHeader("Vary", "Accept-Encoding");
      response.setHeader("X-Content-Type-Options", "nosniff");
      sendFile({ request, response }, file);
    },
  };
}

function sendFile({ request, response }: Pick<Exchange, "request" | "response">, file: PageFile): void {
  response.setHeader("ETag", file.etag);
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const encoding = (["br", "gzip"] as const).find((name) => file[name] && new RegExp(`\\b${name}\\b`).test(accepted));
  const body = (encoding && file[encoding]) ?? file.whole;
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.writeHead(200, { "Content-Type": file.type, "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}
