import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Any web page may ask, for the graph is public; but without the caller's cookies, for there are none to be lent.
 */
export const cors = {
  origin: "*",
  credentials: false,
  methods: ["GET", "POST", "OPTIONS"],
  allowedHeaders: ["Accept", "Authorization", "Content-Type", "X-Chacra-Dry-Run", "X-Chacra-Purpose", "X-Request-Id"],
  exposedHeaders: [
    "Content-Disposition",
    ...["RateLimit", "RateLimit-Policy", "Retry-After"],
    "WWW-Authenticate",
    "X-Chacra-Rows",
    "X-Request-Id",
  ],
  maxAge: 7_200,
};

/** What lets a web page read an answer that was given before the graph was reached. */
export const corsHeaders = {
  "Access-Control-Allow-Origin": cors.origin,
  "Access-Control-Expose-Headers": cors.exposedHeaders.join(", "),
};

/** The headers that Yoga gives an answer to a web page, for one that it does not give. */
export function setCorsHeaders({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  if (!origin) return;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Vary", "Origin");
  response.setHeader("Access-Control-Allow-Methods", cors.methods.join(", "));
  response.setHeader("Access-Control-Allow-Headers", cors.allowedHeaders.join(", "));
  response.setHeader("Access-Control-Expose-Headers", cors.exposedHeaders.join(", "));
  response.setHeader("Access-Control-Max-Age", String(cors.maxAge));
}
