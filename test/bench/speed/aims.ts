import { chacra, chacraChanging, contestants, limit, postgraphile } from "./contestants.ts";
import { FIRST_ASKED, type Growth } from "./growth.ts";
import type { Outcome } from "./outcome.ts";

/** What was aimed at, what came out, and whether that is met. */
export interface Aim {
  aim: string;
  shape: string;
  wanted: string;
  found: string;
  isMet: boolean;
}

const AGAINST_POSTGRAPHILE: Record<number, number> = { 1: 1.5, 32: 2 };
const OF_THE_LIMIT = 0.8;
const GROWTH = 1.2;

const peers = contestants.filter(({ dialect }) => dialect !== "chacra");

/** Every aim of the benchmark, by shape. */
export function aimsOf({ speed, growth }: Outcome): Aim[] {
  const aims: Aim[] = [];
  const add = (aim: string, shape: string, found: number, wanted: number, isAtLeast: boolean) => {
    const isMet = isAtLeast ? found >= wanted : found <= wanted;
    aims.push({ aim, shape, wanted: `${isAtLeast ? "≥" : "≤"} ${wanted}`, found: found.toFixed(2), isMet });
  };
  for (const { shape, connections, figures } of speed) {
    const rate = (name: string) => figures[name]?.perSecond ?? 0;
    const at = `${connections} connection${connections > 1 ? "s" : ""}`;
    for (const { name } of [chacra, chacraChanging]) {
      if (!figures[name]) continue;
      const who = name === chacra.name ? "" : ", records changing";
      const fastest = Math.max(...peers.map((peer) => rate(peer.name)));
      add(
        `over PostGraphile, ${at}${who}`,
        shape,
        rate(name) / rate(postgraphile.name),
        AGAINST_POSTGRAPHILE[connections] ?? 1,
        true,
      );
      add(`over the fastest peer, ${at}${who}`, shape, rate(name) / fastest, 1, true);
      add(`of the limit, ${at}${who}`, shape, rate(name) / rate(limit.name), OF_THE_LIMIT, true);
    }
  }
  if (growth) addGrowth(growth, add);
  return aims;
}

function addGrowth(
  { shapes, deepPages }: Growth,
  add: (...args: [string, string, number, number, boolean]) => void,
): void {
  for (const { shape, name, at1, at10 } of shapes) {
    if (name === chacra.name && /^[a-df]/.test(shape))
      add("p50 at scale 10 over scale 1", shape, at10 / at1, GROWTH, false);
    const byHand = shapes.find((other) => other.shape === shape && other.name === limit.name);
    if (name === FIRST_ASKED && shape !== "d" && byHand) {
      add("first asked over hand-written, scale 10", shape, at10 / byHand.at10, GROWTH, false);
    }
  }
  add("page 1,000 over page 1, scale 10", "families", deepPages.thousandth / deepPages.first, GROWTH, false);
}
