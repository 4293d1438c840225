import type { Loader } from "./loader.ts";
import type { Ready } from "./measure.ts";
import { settings } from "./settings.ts";
import { type Shape, shapes } from "./shapes.ts";
import { memoryOf } from "./usage.ts";

const CONNECTIONS = 256;

/** How a server holds up when many ask at once. */
export interface Crowd {
  shape: string;
  name: string;
  perSecond: number;
  p50: number;
  p99: number;
  failures: number;
  /** The most resident memory that was seen, in megabytes. */
  peak: number | null;
}

/** Asks every server for a family and for a region over 256 connections. */
export async function manyConnections(readyFor: (shape: Shape) => Ready[], loader: Loader): Promise<Crowd[]> {
  const crowd: Crowd[] = [];
  for (const shape of shapes.filter(({ key }) => key === "a" || key === "c")) {
    for (const { contestant, running, requests } of readyFor(shape)) {
      let peak = memoryOf(running.pid);
      const watch = setInterval(() => {
        const now = memoryOf(running.pid);
        if (now !== null && (peak === null || now > peak)) peak = now;
      }, 100);
      const order = { url: running.url, ...requests, connections: CONNECTIONS, seconds: Math.max(settings.seconds, 2) };
      const { perSecond, p50, p99, failures } = await loader.send(order);
      clearInterval(watch);
      crowd.push({ shape: shape.key, name: contestant.name, perSecond, p50, p99, failures, peak });
    }
  }
  return crowd;
}
