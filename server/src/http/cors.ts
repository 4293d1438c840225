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
