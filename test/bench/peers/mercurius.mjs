import Fastify from "fastify";
import mercurius from "mercurius";
import { createPool } from "./database.mjs";
import { loaders } from "./mercurius/loaders.mjs";
import { createResolvers } from "./mercurius/resolvers.mjs";
import { typeDefs } from "./schema.mjs";

// As its documentation says for speed: loaders for what hangs on a list, and compiled queries (jit) from the second time on.

const pool = createPool();
const app = Fastify();
app.register(mercurius, {
  schema: typeDefs,
  resolvers: createResolvers(pool),
  loaders: loaders(pool),
  jit: 1,
  graphiql: false,
});
await app.listen({ port: Number(process.env.PORT ?? 0), host: "127.0.0.1" });
process.stdout.write(`listening ${app.server.address().port}\n`);
