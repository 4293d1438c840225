import { fileURLToPath } from "node:url";
import { run, type Server, serve, stop, temporaryDirectory } from "../server-process.ts";

const manifest = fileURLToPath(new URL("../../sdk/src/generated/documents.json", import.meta.url));

/** A server on a small demo programme that knows the ready operations by their hashes. */
export interface GraphServer {
  url: string;
  publicKey: string;
  stop(): Promise<void>;
}

export async function serveGraph(): Promise<GraphServer> {
  const { dataDir, remove } = temporaryDirectory();
  const settings = { CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: "0.002", LOG_LEVEL: "warn" };
  const steps: [string, string[]][] = [
    ["filled", ["seed"]],
    ["told of the ready operations", ["documents", "register", manifest, "--client", "sdk"]],
  ];
  for (const [what, args] of steps) {
    const { code, stderr } = await run(args, settings);
    if (code !== 0) throw new Error(`The database could not be ${what}:\n${stderr}`);
  }
  const server: Server = await serve(settings);
  const [, publicKey = ""] = await server.shows(/public +(chacra_\S+)/);
  return {
    url: `${server.url}/graphql`,
    publicKey,
    async stop() {
      await stop(server);
      remove();
    },
  };
}
