/**
 * Any web page may ask, for the graph is public; but without the caller's cookies, for there are none to be lent.
 */
export const cors = {
  origin: "*",
  credentials: false,
  methods: ["GET", "POST", "OPTIONS"],
  exposedHeaders: ["X-Request-Id"],
  maxAge: 7_200,
};
