export { createKey, type KeyRequest } from "./access/api-key.ts";
export { createLogger, type Logger } from "./logger.ts";
export { readSettings, type Settings } from "./settings.ts";
export { type RunningServer, startServer } from "./start-server.ts";
