import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createDrain } from "./drain.ts";

let server: Server;

async function listen(
  listener: RequestListener,
): Promise<{ url: string; port: number; drain: (ms: number) => Promise<number> }> {
  server = createServer();
  const drain = createDrain(server);
  server.on("request", listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, drain };
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe("a server that drains", () => {
  test("finishes what runs, takes nothing new and cuts nobody", async () => {
    const began = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const { url, drain } = await listen(async (_request, response) => {
      began.resolve();
      await release.promise;
      response.end("whole");
    });
    const running = fetch(url);
    await began.promise;
    const drained = drain(60_000);
    await expect(fetch(url)).rejects.toThrow();
    release.resolve();
    const response = await running;
    expect(response.headers.get("connection")).toBe("close");
    expect(await response.text()).toBe("whole");
    expect(await drained).toBe(0);
  });

  test("closes idle connections at once", async () => {
    const { port, drain } = await listen((_request, response) => void response.end());
    const socket = connect(port, "127.0.0.1");
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await new Promise((resolve) => socket.once("data", resolve));
    expect(await drain(60_000)).toBe(0);
    await closed;
  });

  test("cuts what takes too long", async () => {
    const began = Promise.withResolvers<void>();
    const { url, drain } = await listen(() => began.resolve());
    const running = fetch(url);
    running.catch(() => {});
    await began.promise;
    expect(await drain(10)).toBe(1);
    await expect(running).rejects.toThrow();
  });
});
