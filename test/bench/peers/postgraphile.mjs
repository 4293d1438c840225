import { createServer } from "node:http";
import SimplifyInflection from "@graphile/simplify-inflection";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";
import { connection, listening } from "./database.mjs";

// As its documentation says for production: GRAPHILE_ENV=production (set by whoever starts this), no watching, no explaining, no GraphiQL,
// and no settings a request, so that a read is one prepared statement without a transaction around it.

const { connectionString, ...poolConfig } = connection;

const preset = {
  extends: [PostGraphileAmberPreset, SimplifyInflection.PgSimplifyInflectionPreset, PostGraphileConnectionFilterPreset],
  pgServices: [makePgService({ connectionString, schemas: ["public", "bench"], poolConfig, pubsub: false })],
  // Ours are composite foreign keys, which no index covers to its last column; their first column is indexed.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  schema: { connectionFilterRelations: true },
  grafast: { explain: false },
  grafserv: { watch: false, graphiql: false, websockets: false },
};

const server = createServer();
const serv = postgraphile(preset).createServ(grafserv);
await serv.addTo(server);
await serv.ready?.();
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => listening(server));
