import * as Plot from "@observablehq/plot";
import type { Column } from "../../../src/export/table.ts";
import type { Language } from "../language/texts.ts";
import type { List } from "./lists.ts";
import type { Point } from "./points.ts";
import { formatNumber, formatTick, isAdditive, labelOf, unitOf } from "./values.ts";

interface Drawing {
  list: List;
  points: readonly Point[];
  x: Column;
  y: Column;
  colour?: Column;
  width: number;
  /** How high the room is, for pictures that can be as high as they like. */
  height: number;
  language: Language;
}

/** Colours that can be told apart, also by who sees few, on light and on dark. */
const palette = [
  ...["#2a8a5f", "#e0922f", "#4a86c8", "#c2527b", "#8467c6", "#8f9433", "#2aa3a3", "#a5674a"],
  ...["#7cc29c", "#f0c179", "#94b9e6", "#e39ab5", "#b9a6e3", "#c4c873", "#7fcfcf", "#cfa28d"],
];

const style = {
  background: "transparent",
  color: "inherit",
  fontFamily: "inherit",
  fontSize: "12px",
  overflow: "visible",
};

/** The label of an axis: the column, and its unit. */
export function axisLabel(column: Column, list: List): string {
  const unit = unitOf(column, list);
  return unit && !labelOf(column).includes(unit) ? `${labelOf(column)} (${unit})` : labelOf(column);
}

/** Bars lying down, the longest on top: names of places and crops are long. */
export function drawBars({ list, points, y, colour, width, language }: Drawing): Element {
  const totals = new Map<string, number>();
  for (const point of points) totals.set(point.x, Math.max(totals.get(point.x) ?? 0, 0) + point.y);
  const names = [...totals].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const series = [...new Set(points.map((point) => point.colour))].sort();
  const isStacked = !colour || isAdditive(y);
  const format = (value: number) => formatNumber(value, y, language);
  const margin = Math.min(Math.max(...names.map((name) => name.length)) * 7.4 + 20, width * 0.38);
  const tick = (value: number) => formatTick(value, y, language);
  const tip = {
    channels: { [labelOf(y)]: (point: Point) => format(point.y) },
    format: { x: false, fx: false, fy: false },
  } as const;
  const bars = { x: "y", fill: colour ? "colour" : palette[0], rx: 2, tip, title: undefined };
  const ends = { lineWidth: (margin - 16) / 12, textOverflow: "ellipsis-end" } as const;
  const lanes = isStacked ? names.length : names.length * (series.length + 0.6);
  return Plot.plot({
    width,
    height: lanes * (isStacked ? 28 : 16) + 70,
    marginLeft: isStacked ? margin : 0,
    marginRight: 64,
    marginTop: 8,
    marginBottom: 46,
    style,
    x: { label: axisLabel(y, list), grid: true, tickFormat: tick, nice: true, ticks: width / 90 },
    color: { domain: series, range: palette, legend: colour !== undefined },
    ...(isStacked
      ? { y: { domain: names, axis: null, padding: 0.25 } }
      : {
          y: { domain: series, axis: null, padding: 0.1 },
          fy: { domain: names, label: null, padding: 0.2, axis: null },
        }),
    ...(!isStacked && { marginLeft: margin }),
    marks: [
      isStacked ? Plot.axisY({ ...ends, label: null }) : Plot.axisFy({ ...ends, label: null, anchor: "left" }),
      isStacked
        ? Plot.barX(points, { ...bars, y: "x", z: "colour", order: series })
        : Plot.barX(points, { ...bars, fy: "x", y: "colour" }),
      Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.4 }),
      ...(colour && isStacked
        ? []
        : [
            Plot.text(points, {
              x: "y",
              ...(isStacked ? { y: "x" } : { fy: "x", y: "colour" }),
              text: (point: Point) => format(point.y),
              textAnchor: "start",
              dx: 5,
              fontSize: isStacked ? 12 : 10,
              fill: "currentColor",
            }),
          ]),
    ],
  });
}

/** Lines along time, one for each colour, with a dot where there is a value. */
export function drawLines({ list, points, x, y, colour, width, height, language }: Drawing): Element {
  const moments = [...new Set(points.map((point) => point.x))].sort();
  const series = [...new Set(points.map((point) => point.colour))].sort();
  const ordered = [...points].sort((a, b) => a.x.localeCompare(b.x));
  const format = (value: number) => formatNumber(value, y, language);
  const every = Math.ceil(moments.length / Math.max(Math.floor(width / 70), 1));
  const tick = (value: number) => formatTick(value, y, language);
  const stroke = colour ? "colour" : palette[0];
  const channels = { [labelOf(y)]: (point: Point) => format(point.y) };
  return Plot.plot({
    width,
    height: Math.min(Math.max(height, 240), width * 0.8),
    marginLeft: 64,
    marginRight: 24,
    marginTop: 28,
    marginBottom: 44,
    style,
    x: {
      type: "point",
      domain: moments,
      label: axisLabel(x, list),
      ticks: moments.filter((_, index) => index % every === 0),
    },
    y: { label: axisLabel(y, list), grid: true, tickFormat: tick, nice: true, ticks: height / 50, zero: isAdditive(y) },
    color: { domain: series, range: palette, legend: colour !== undefined },
    marks: [
      Plot.lineY(ordered, { x: "x", y: "y", stroke, z: "colour", strokeWidth: 2.2, curve: "monotone-x" }),
      Plot.dot(ordered, { x: "x", y: "y", fill: stroke, r: 3.5, tip: { channels, format: { y: false } } }),
    ],
  });
}
