import { createHash } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../../../prisma/src/generated/client/client.ts";
import { createResolvers } from "./apollo/resolvers.mjs";
import { connection } from "./database.mjs";
import { typeDefs } from "./schema.mjs";

// Our own Prisma client, and what Prisma's documentation says against N+1: findUnique and its fluent relations, which it batches. Its
// statements have names, so that PostgreSQL plans them once; NODE_ENV=production and no landing page for Apollo.

const statementNameGenerator = ({ sql }) => createHash("sha1").update(sql).digest("hex");
const prisma = new PrismaClient({ adapter: new PrismaPg(connection, { statementNameGenerator }) });
const server = new ApolloServer({ typeDefs, resolvers: createResolvers(prisma), introspection: false });
const { url } = await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT ?? 0), host: "127.0.0.1" },
});
process.stdout.write(`listening ${new URL(url).port}\n`);
