import { connect, createServer, type Socket } from "node:net";

/** Stands between a server and its database and counts the statements that pass. */
export interface StatementCounter {
  url: string;
  count(): number;
  stop(): void;
}

const EXECUTE = 0x45;
const QUERY = 0x51;

/** Calls `found` with the kind of each message of a client; the first has none. */
function messages(found: (kind: number) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) return;
      if (!isFirst) found(rest[0] ?? 0);
      isFirst = false;
      rest = rest.subarray(length);
    }
  };
}

export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl);
  const port = Number(target.port || 5432);
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    const database = connect(port, target.hostname);
    const read = messages((kind) => {
      if (kind === EXECUTE || kind === QUERY) count += 1;
    });
    client.on("data", read);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      // Whoever ends a connection in the middle has its reasons.
      socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The counter has no port.");
  return {
    url: Object.assign(new URL(databaseUrl), { hostname: "127.0.0.1", port: String(address.port) }).href,
    count: () => count,
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
