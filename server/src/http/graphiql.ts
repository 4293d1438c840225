import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Exchange } from "./exchange.ts";

const questionsDirectory = new URL("../graphiql/", import.meta.url);

/** The page may load nothing from elsewhere, and the browser enforces it; GraphiQL's editor runs in blob workers. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** GraphiQL moves a tab away as it is pressed when it has opened with several, so that no click reaches it. */
const steadyTabs = "<style>.graphiql-tabs .graphiql-tab { transform: none !important; }</style>";

/** The questions that GraphiQL opens with, one a tab, in the order of their file names. */
export function preparedQuestions(): { file: string; query: string }[] {
  return readdirSync(questionsDirectory)
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => ({ file, query: readFileSync(new URL(file, questionsDirectory), "utf8") }));
}

/** Whether a browser asks for a page to look at, rather than a program for data. */
export function wantsGraphiQL({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && (headers.accept ?? "").includes("text/html");
}

/** GET /graphql in a browser: GraphiQL, whole and from this process. It is rendered at the first request, for it is large. */
export function createGraphiQL(): (exchange: Exchange) => Promise<void> {
  let page: Promise<Page> | undefined;
  return async ({ request, response }) => {
    page ??= renderPage();
    const { html, gzipped, etag } = await page;
    response.setHeader("ETag", etag);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Vary", "Accept, Accept-Encoding");
    response.setHeader("Content-Security-Policy", contentSecurityPolicy);
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304).end();
      return;
    }
    const zipped = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    const body = zipped ? gzipped : html;
    if (zipped) response.setHeader("Content-Encoding", "gzip");
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length }).end(body);
  };
}

interface Page {
  html: Buffer;
  gzipped: Buffer;
  etag: string;
}

async function renderPage(): Promise<Page> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const page = renderGraphiQL({
    title: "Chacra",
    endpoint: "/graphql",
    schemaDescription: true,
    credentials: "omit",
    defaultTabs: preparedQuestions().map(({ query }) => ({ query })),
  });
  const html = Buffer.from(page.replace("</head>", `${steadyTabs}</head>`));
  const etag = `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
  return { html, gzipped: await promisify(gzip)(html), etag };
}
