import * as Plot from "@observablehq/plot";
import { axisLabel, coloursOf, type Drawing, palette, style, tipOf } from "./drawing.ts";
import type { Point } from "./points.ts";
import { formatNumber, formatTick, isAdditive } from "./values.ts";

/** Bars lying down, the longest on top, for names of places and crops are long; side by side where they cannot be added up. */
export function drawBars(drawing: Drawing): Element {
  const { list, points, y, colour, language, room } = drawing;
  const color = coloursOf(drawing);
  const names = longestFirst(points);
  const isStacked = !colour || isAdditive(y);
  const lanes = isStacked ? names.length * 28 : names.length * (color.domain.length + 0.6) * 16;
  const place = isStacked ? { y: "x" } : { fy: "x", y: "colour" };
  const marginLeft = Math.min(Math.max(...names.map((name) => name.length)) * 8 + 20, room.width * 0.38);
  const ends = { lineWidth: (marginLeft - 12) / 12, textOverflow: "ellipsis-end", label: null } as const;
  const bars = { x: "y", fill: colour ? "colour" : palette[0], rx: 2, title: tipOf(drawing), tip: true };
  const values = {
    x: "y",
    text: (point: Point) => formatNumber(point.y, y, language),
    textAnchor: "start",
    dx: 5,
    fontSize: isStacked ? 12 : 10,
    fill: "currentColor",
  } as const;
  return Plot.plot({
    width: room.width,
    height: lanes + 70,
    marginLeft,
    marginRight: 64,
    marginTop: 8,
    marginBottom: 46,
    style,
    color,
    x: {
      label: axisLabel(y, list),
      grid: true,
      tickFormat: (value: number) => formatTick(value, y, language),
      nice: true,
      ticks: room.width / 90,
    },
    y: { domain: isStacked ? names : color.domain, axis: null, padding: isStacked ? 0.25 : 0.1 },
    ...(!isStacked && { fy: { domain: names, axis: null, padding: 0.2 } }),
    marks: [
      isStacked ? Plot.axisY(ends) : Plot.axisFy({ ...ends, anchor: "left" }),
      Plot.barX(points, { ...bars, ...place, ...(isStacked && { z: "colour", order: color.domain }) }),
      Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.4 }),
      // Of stacked bars the parts have their values under the pointer only.
      ...(colour && isStacked ? [] : [Plot.text(points, { ...values, ...place })]),
    ],
  });
}

function longestFirst(points: readonly Point[]): string[] {
  const totals = new Map<string, number>();
  for (const { x, y } of points) totals.set(x, (totals.get(x) ?? 0) + y);
  return [...totals].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
